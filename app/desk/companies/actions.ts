'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { business, businessAndAuditor, clerks } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { assignAll, assignMany, assignTrio } from '@/lib/companies/commands/assign-trio';
import { addCarrier, closeCarrier } from '@/lib/companies/commands/carriers';
import { removeContact, revealContact, saveContact } from '@/lib/companies/commands/contacts';
import { saveFieldValues } from '@/lib/companies/commands/fields';
import { inviteContacts } from '@/lib/companies/commands/invite';
import { erasePerson, giveConsent, withdrawConsent } from '@/lib/companies/commands/personal';
import { bulkEdit } from '@/lib/companies/commands/bulk-edit';
import { removeSegment, saveSegment } from '@/lib/companies/commands/segments';
import '@/lib/companies/jobs';
import { mergeCompanies, undoMerge } from '@/lib/companies/commands/merge-companies';
import { createCompany, editCompany } from '@/lib/companies/commands/write-company';
import { AddCarrier, AssignAll, AssignTrio, BulkAssign, CloseCarrier, ContactFields, CreateCompany, EditCompany, InviteContacts, RemoveContact, RevealContact, SaveFieldValues, MergeCompanies, UndoMerge, BulkEdit, RemoveSegment, SaveSegment, ErasePerson, GiveConsent, WithdrawConsent } from '@/lib/companies/inputs';
import { isId } from '@/lib/kernel/ids';
import { inviteMember, revokeInvitation } from '@/lib/people/commands/invitations';
import { markLooked } from '@/lib/people/commands/looks';
import { Invitation, InviteMember, MarkLooked } from '@/lib/people/inputs';

const words = 'companies';
const file = (id: string) => `/desk/companies/${id}`;

export const createCompanyAction = action(CreateCompany, createCompany, {
  words,
  gate: business,
  done: ({ id }) => ({ message: { key: 'done.created' }, redirect: file(id) }),
});

export const editCompanyAction = action(EditCompany, editCompany, {
  words,
  gate: business,
  done: ({ id }) => ({ message: { key: 'done.edited' }, redirect: file(id) }),
});

export const saveFieldValuesAction = action(SaveFieldValues, saveFieldValues, {
  words: 'fields',
  gate: business,
  done: ({ company }) => ({ message: { key: 'done.saved' }, redirect: file(company) }),
});

export const mergeCompaniesAction = action(MergeCompanies, mergeCompanies, {
  words: 'merge',
  gate: business,
  done: ({ company, name }) => ({ message: { key: 'done.merged', values: { name } }, redirect: file(company) }),
});

export const undoMergeAction = post(action(UndoMerge, undoMerge, { words: 'merge', gate: business, done: () => ({ message: { key: 'done.undone' } }) }));

export const bulkEditAction = action(BulkEdit, bulkEdit, { words: 'segments', gate: clerks, done: ({ batch }) => ({ redirect: `/desk/imports/${batch}` }) });

export const saveSegmentAction = action(SaveSegment, saveSegment, { words: 'segments', gate: clerks, done: (values) => ({ message: { key: 'done.saved', values }, redirect: '/desk/companies/segments' }) });
export const removeSegmentAction = post(action(RemoveSegment, removeSegment, { words: 'segments', gate: clerks, done: (values) => ({ message: { key: 'done.removed', values } }) }));

export const giveConsentAction = action(GiveConsent, giveConsent, { words: 'privacy', gate: clerks, done: ({ companyId, kind, id }) => ({ message: { key: 'done.agreed' }, redirect: `${file(companyId)}/personal/${kind}/${id}` }) });
export const withdrawConsentAction = action(WithdrawConsent, withdrawConsent, { words: 'privacy', gate: clerks, done: ({ companyId, kind, id }) => ({ message: { key: 'done.withdrawn' }, redirect: `${file(companyId)}/personal/${kind}/${id}` }) });
export const erasePersonAction = action(ErasePerson, erasePerson, { words: 'privacy', gate: business, done: ({ company }) => ({ message: { key: 'done.erased' }, redirect: company === null ? '/desk/settings/privacy' : file(company) }) });

export const lookedAtCompanyAction = post(action(MarkLooked, markLooked, { words: 'glance', gate: businessAndAuditor, done: () => ({ message: { key: 'done' } }) }));

export const saveContactAction = action(ContactFields, saveContact, {
  words,
  gate: business,
  done: ({ company }) => ({ message: { key: 'done.contactSaved' }, redirect: file(company) }),
});

export const removeContactAction = action(RemoveContact, removeContact, {
  words,
  gate: business,
  done: ({ company }) => ({ message: { key: 'done.contactRemoved' }, redirect: file(company) }),
});

export const revealContactAction = action(RevealContact, revealContact, {
  words,
  gate: businessAndAuditor,
  done: ({ company }) => ({ message: { key: 'done.revealed' }, redirect: file(company) }),
});

export const assignTrioAction = post(
  action(AssignTrio, assignTrio, {
    words,
    gate: business,
    done: ({ changed }) => ({ message: { key: changed === 0 ? 'done.assignedNone' : 'done.assigned', values: { count: changed } } }),
  }),
);

export const assignManyAction = action(BulkAssign, assignMany, {
  words,
  gate: business,
  done: ({ changed }) => ({ message: { key: changed === 0 ? 'done.assignedNone' : 'done.assigned', values: { count: changed } }, redirect: '/desk/companies' }),
});

export const assignAllAction = action(AssignAll, assignAll, {
  words,
  gate: business,
  done: ({ changed }) => ({ message: { key: changed === 0 ? 'done.assignedNone' : 'done.assignedAll', values: { count: changed } }, redirect: '/desk/companies' }),
});

export const addCarrierAction = action(AddCarrier, addCarrier, { words, gate: business, done: () => ({ message: { key: 'done.carrierAdded' } }) });
export const closeCarrierAction = post(action(CloseCarrier, closeCarrier, { words, gate: business, done: () => ({ message: { key: 'done.carrierClosed' } }) }));

export const inviteContactsAction = action(InviteContacts, inviteContacts, {
  words,
  gate: business,
  done: ({ sent, skipped }) => ({ message: { key: 'done.invited', values: { count: sent, skipped } }, redirect: '/desk/companies/invite' }),
});

export const invitePersonAction = action(InviteMember, inviteMember, {
  words,
  gate: business,
  done: ({ name }) => ({ message: { key: 'done.invitedOne', values: { name } } }),
});

export const revokeInvitationAction = post(action(Invitation, revokeInvitation, { words, gate: business, done: ({ name }) => ({ message: { key: 'done.revoked', values: { name } } }) }));

/** From the ticks of the list to the page where one field of them all is set; writes nothing. */
export async function chooseBulk(formData: FormData): Promise<void> {
  const query = new URLSearchParams();
  for (const one of formData.getAll('companies[]').slice(0, 500)) if (isId(one)) query.append('c', one);
  redirect(`/desk/companies/bulk?${query.toString()}`);
}

/** From the ticks of the list, or from all that it shows, to a page that shows what would change; writes nothing. */
export async function previewAssign(formData: FormData): Promise<void> {
  const query = new URLSearchParams();
  const all = formData.get('all');
  if (typeof all === 'string') query.set('list', all.slice(0, 2_000));
  else for (const one of formData.getAll('companies[]').slice(0, 100)) if (isId(one)) query.append('c', one);
  for (const name of ['role', 'membership']) {
    const value = formData.get(name);
    if (typeof value === 'string') query.set(name, value.slice(0, 40));
  }
  redirect(`/desk/companies/assign?${query.toString()}`);
}
