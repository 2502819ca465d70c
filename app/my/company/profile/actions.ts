'use server';

import { action } from '@/app/_server/action';
import { company } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { addAccount, addPerson, addProduct, removePart } from '@/lib/companies/commands/keep-parts';
import { proposeChange, withdrawProposal } from '@/lib/companies/commands/save-profile';
import { AddAccount, AddPerson, AddProduct, ProposeChange, RemovePart, WithdrawProposal } from '@/lib/companies/inputs/profile';

const options = { words: 'profile', gate: company };
const added = { ...options, done: () => ({ message: { key: 'done.added' } }) };

export const proposeChangeAction = action(ProposeChange, proposeChange, {
  ...options,
  done: ({ fields }) => ({ message: { key: 'done.proposed', values: { count: fields } }, redirect: '/my/company/profile' }),
});
export const withdrawProposalAction = post(action(WithdrawProposal, withdrawProposal, { ...options, done: () => ({ message: { key: 'done.withdrawn' } }) }));
export const addMyPersonAction = action(AddPerson, addPerson, added);
export const addMyProductAction = action(AddProduct, addProduct, added);
export const addMyAccountAction = action(AddAccount, addAccount, added);
export const removeMyPartAction = post(action(RemovePart, removePart, { ...options, done: () => ({ message: { key: 'done.removed' } }) }));
