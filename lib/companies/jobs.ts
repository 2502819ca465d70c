import { z } from 'zod';
import { defineImport } from '@/lib/imports/registry';
import type { ReadRow } from '@/lib/imports/rows';
import '@/lib/imports/jobs';
import { askedCells } from './asked';
import { defineJob, defineSchedule, defineMachineSchedule } from '@/lib/jobs/registry';
import { contactKnowledge, contactsUndo, importContacts } from './commands/import-contacts';
import { factsKnowledge, factsUndo, importFacts } from './commands/import-facts';
import { importRoad, roadKnowledge, roadUndo } from './commands/import-road';
import { importIp, ipKnowledge, ipUndo } from './commands/import-ip';
import { importRegister } from './commands/import-register';
import { remindOnTheirDays } from './commands/run-collection';
import { registerUndo } from './commands/undo-register';
import { warnTerms } from './commands/warn-terms';
import './entries';
import { ipSheet } from './ip-sheet';
import { contactsSheet } from './contacts-sheet';
import { factsSheet } from './facts-sheet';
import { planContacts } from './plan-contacts';
import { planFacts } from './plan-facts';
import { planRoad } from './plan-road';
import { roadSheet } from './road-sheet';
import { planIp } from './plan-ip';
import { askedOf, planRegister } from './plan-register';
import { fieldColumns } from './fields';
import { UNDO_MS } from './merge';
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
  controls: ['registeredCapital'],
  apply: importRegister,
  undo: registerUndo,
});

defineImport({
  kind: 'ip',
  spec: ipSheet,
  mayImport: canImportCompanies,
  asked: askedCells,
  plan: async (ctx, rows) => planIp(rows, await ipKnowledge(ctx, rows)),
  apply: importIp,
  undo: ipUndo,
});

defineImport({
  kind: 'facts',
  spec: factsSheet,
  mayImport: canImportCompanies,
  controls: ['revenue', 'taxesPaid', 'staff'],
  asked: askedCells,
  plan: async (ctx, rows) => planFacts(rows, await factsKnowledge(ctx, rows)),
  apply: importFacts,
  undo: factsUndo,
});

defineImport({
  kind: 'contacts',
  spec: contactsSheet,
  mayImport: canImportCompanies,
  asked: askedCells,
  plan: async (ctx, rows) => planContacts(rows, await contactKnowledge(ctx, rows)),
  apply: importContacts,
  undo: contactsUndo,
});

defineImport({
  kind: 'road',
  spec: roadSheet,
  mayImport: canImportCompanies,
  asked: askedCells,
  plan: async (ctx, rows) => planRoad(rows, await roadKnowledge(ctx, rows)),
  apply: importRoad,
  undo: roadUndo,
});

/** A week before, the day before, and the day after the last day of a yearly collection. */
defineJob('companies.collection', z.object({}), (ctx) => remindOnTheirDays(ctx));
defineSchedule('companies.collection', { dailyAt: '08:30' }, 'companies.collection');

// What is needed to undo a merge holds whole rows, people's among them: it goes when the day is over.
defineMachineSchedule('companies.settleMerges', { everySeconds: 3_600 }, async ({ client, now }) => {
  await client.query("update company_merges set merged_row = null, moved = '[]', kept = '[]', changed = '[]', fields = '{}' where merged_row is not null and merged_at < $1", [new Date(now.getTime() - UNDO_MS)]);
});
/** Terms of incubation that end. */
defineJob('companies.terms', z.object({}), (ctx) => warnTerms(ctx));
defineSchedule('companies.terms', { dailyAt: '06:30' }, 'companies.terms');
