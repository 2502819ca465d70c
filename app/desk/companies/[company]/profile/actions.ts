'use server';

import { action } from '@/app/_server/action';
import { businessAndAuditor, clerks } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { addFormerName, removeFormerName } from '@/lib/companies/commands/former-names';
import { addAccount, addNote, addPerson, addProduct, addRelation, removePart, revealAccount } from '@/lib/companies/commands/keep-parts';
import { acceptProposal, refuseProposal, saveProfile } from '@/lib/companies/commands/save-profile';
import { AcceptProposal, AddAccount, AddFormerName, AddNote, AddPerson, AddProduct, AddRelation, RefuseProposal, RemoveFormerName, RemovePart, RevealAccount, SaveProfile } from '@/lib/companies/inputs/profile';

const options = { words: 'profile', gate: clerks };
const page = ({ company }: { company: string }) => `/desk/companies/${company}/profile`;
const added = { ...options, done: () => ({ message: { key: 'done.added' } }) };

export const saveProfileAction = action(SaveProfile, saveProfile, { ...options, done: (made) => ({ message: { key: 'done.saved' }, redirect: page(made) }) });
export const acceptProposalAction = post(action(AcceptProposal, acceptProposal, { ...options, done: () => ({ message: { key: 'done.accepted' } }) }));
/** Where the name is among what changes: a form that asks from when. */
export const acceptRenamingAction = action(AcceptProposal, acceptProposal, { ...options, done: (made) => ({ message: { key: 'done.accepted' }, redirect: page(made) }) });
export const refuseProposalAction = action(RefuseProposal, refuseProposal, { ...options, done: (made) => ({ message: { key: 'done.refused' }, redirect: page(made) }) });
export const addFormerNameAction = action(AddFormerName, addFormerName, added);
export const removeFormerNameAction = post(action(RemoveFormerName, removeFormerName, { ...options, done: () => ({ message: { key: 'done.removed' } }) }));
export const addPersonAction = action(AddPerson, addPerson, added);
export const addProductAction = action(AddProduct, addProduct, added);
export const addAccountAction = action(AddAccount, addAccount, added);
export const addNoteAction = action(AddNote, addNote, added);
export const addRelationAction = action(AddRelation, addRelation, added);
export const removePartAction = post(action(RemovePart, removePart, { ...options, done: () => ({ message: { key: 'done.removed' } }) }));
export const revealAccountAction = action(RevealAccount, revealAccount, {
  words: 'profile',
  gate: businessAndAuditor,
  done: (made) => ({ message: { key: 'done.revealed' }, redirect: page(made) }),
});
