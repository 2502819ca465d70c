import { defineImport } from '@/lib/imports/registry';
import type { ReadRow } from '@/lib/imports/rows';
import '@/lib/imports/jobs';
import { askedCells } from './asked';
import { z } from 'zod';
import { defineJob, defineSchedule } from '@/lib/jobs/registry';
import { importIp, ipKnowledge } from './commands/import-ip';
import { importRegister } from './commands/import-register';
import { remindOnTheirDays } from './commands/run-collection';
import { undoRegister } from './commands/undo-register';
import './entries';
import { ipSheet } from './ip-sheet';
import { planIp } from './plan-ip';
import { askedOf, planRegister } from './plan-register';
import { fieldColumns } from './fields';
import { canImportCompanies } from './policy';
import { openFields } from './queries/fields';
import { knowledgeFor } from './queries/register';
import { registerSheet } from './sheet';

defineImport({
  kind: 'companies',
  spec: registerSheet,
  specFor: async (ctx) => ({ columns: { ...registerSheet.columns, ...fieldColumns(await openFields(ctx)) } }),
  mayImport: canImportCompanies,
  // The engine read the row by this very sheet.
  asked: (row) => askedOf(row as ReadRow<typeof registerSheet>),
  plan: async (ctx, rows) => planRegister(rows, await knowledgeFor(ctx, rows)),
  apply: importRegister,
  undo: undoRegister,
});

defineImport({
  kind: 'ip',
  spec: ipSheet,
  mayImport: canImportCompanies,
  asked: askedCells,
  plan: async (ctx, rows) => planIp(rows, await ipKnowledge(ctx, rows)),
  apply: importIp,
});

/** A week before, the day before, and the day after the last day of a yearly collection. */
defineJob('companies.collection', z.object({}), (ctx) => remindOnTheirDays(ctx));
defineSchedule('companies.collection', { dailyAt: '08:30' }, 'companies.collection');
