'use server';

import { action } from '@/app/_server/action';
import { business, clerks } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { giveEvidence, graduateCompany, leaveCenter, withdrawEvidence } from '@/lib/lifecycle/commands/graduate';
import { GiveEvidence, Graduate, Leave, WithdrawEvidence } from '@/lib/lifecycle/inputs';

const words = { words: 'graduation' };
const page = (company: string) => `/desk/companies/${company}/graduate`;

export const giveEvidenceAction = action(GiveEvidence, giveEvidence, { ...words, gate: clerks, done: ({ company }) => ({ message: { key: 'done.given' }, redirect: page(company) }) });
export const withdrawEvidenceAction = post(action(WithdrawEvidence, withdrawEvidence, { ...words, gate: clerks, done: ({ company }) => ({ message: { key: 'done.withdrawn' }, redirect: page(company) }) }));
export const graduateAction = action(Graduate, graduateCompany, { ...words, gate: business, done: ({ document }) => ({ message: { key: 'done.graduated' }, redirect: `/desk/documents/${document}` }) });
export const leaveAction = action(Leave, leaveCenter, { ...words, gate: business, done: ({ company }) => ({ message: { key: 'done.left' }, redirect: `/desk/companies/${company}/road` }) });
