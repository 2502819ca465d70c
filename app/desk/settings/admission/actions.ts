'use server';

import { action } from '@/app/_server/action';
import { business } from '@/app/_server/gates';
import { addRubric, addRules } from '@/lib/lifecycle/commands/admission/settings';
import { AddRubric, AddRules } from '@/lib/lifecycle/inputs';

const to = { redirect: '/desk/settings/admission' };
export const addRulesAction = action(AddRules, addRules, { words: 'admission', gate: business, done: () => ({ ...to, message: { key: 'done.rules' } }) });
export const addRubricAction = action(AddRubric, addRubric, { words: 'admission', gate: business, done: () => ({ ...to, message: { key: 'done.rubric' } }) });
