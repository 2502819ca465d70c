import { defineImport } from '@/lib/imports/registry';
import type { ReadRow } from '@/lib/imports/rows';
import '@/lib/imports/jobs';
import { importRegister } from './commands/import-register';
import { undoRegister } from './commands/undo-register';
import './entries';
import { askedOf, planRegister } from './plan-register';
import { canImportCompanies } from './policy';
import { knowledgeFor } from './queries/register';
import { registerSheet } from './sheet';

defineImport({
  kind: 'companies',
  spec: registerSheet,
  mayImport: canImportCompanies,
  // The engine read the row by this very sheet.
  asked: (row) => askedOf(row as ReadRow<typeof registerSheet>),
  plan: async (ctx, rows) => planRegister(rows, await knowledgeFor(ctx, rows)),
  apply: importRegister,
  undo: undoRegister,
});
