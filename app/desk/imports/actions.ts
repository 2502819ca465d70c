'use server';

import { action } from '@/app/_server/action';
import { clerks } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { adjustImport, answerUnits, askUndoImport, confirmImport, discardImport, recheckImport } from '@/lib/imports/commands';
import { AdjustImport, AnswerUnits, OneImport } from '@/lib/imports/inputs';
import '@/lib/companies/jobs';

const words = 'imports';
const path = ({ id }: { id: string }) => `/desk/imports/${id}`;

export const adjustImportAction = action(AdjustImport, adjustImport, { words, gate: clerks, done: (made) => ({ redirect: path(made) }) });
export const answerUnitsAction = action(AnswerUnits, answerUnits, { words, gate: clerks, done: (made) => ({ redirect: path(made) }) });
export const recheckImportAction = post(action(OneImport, recheckImport, { words, gate: clerks, done: () => ({}) }));
export const confirmImportAction = post(action(OneImport, confirmImport, { words, gate: clerks, done: () => ({}) }));
export const discardImportAction = post(action(OneImport, discardImport, { words, gate: clerks, done: () => ({ message: { key: 'done.discarded' } }) }));
export const undoImportAction = post(action(OneImport, askUndoImport, { words, gate: clerks, done: () => ({}) }));
