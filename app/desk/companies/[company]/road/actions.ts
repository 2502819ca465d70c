'use server';

import { action } from '@/app/_server/action';
import { business, clerks } from '@/app/_server/gates';
import { enterExtension, extendTerm, moveCompany } from '@/lib/companies/commands/road';
import { EnterExtension, ExtendTerm, MoveCompany, StrikeStep } from '@/lib/companies/inputs';
import { strikeRoadStep } from '@/lib/lifecycle/commands/strike-step';

const road = ({ company }: { company: string }) => `/desk/companies/${company}/road`;

export const moveCompanyAction = action(MoveCompany, moveCompany, { words: 'road', gate: clerks, done: (result) => ({ message: { key: 'done.moved' }, redirect: road(result) }) });
export const enterExtensionAction = action(EnterExtension, enterExtension, { words: 'road', gate: clerks, done: (result) => ({ message: { key: 'done.entered' }, redirect: `${road(result)}/${result.step}` }) });
export const extendTermAction = action(ExtendTerm, extendTerm, { words: 'road', gate: business, done: (result) => ({ message: { key: 'done.extended' }, redirect: road(result) }) });
export const strikeStepAction = action(StrikeStep, strikeRoadStep, { words: 'road', gate: business, done: (result) => ({ message: { key: 'done.struck' }, redirect: road(result) }) });
