'use server';

import { action } from '@/app/_server/action';
import { company } from '@/app/_server/gates';
import { removeContact, saveContact } from '@/lib/companies/commands/contacts';
import { ContactFields, RemoveContact } from '@/lib/companies/inputs';

const words = 'companies';

export const saveMyContactAction = action(ContactFields, saveContact, {
  words,
  gate: company,
  done: () => ({ message: { key: 'done.contactSaved' }, redirect: '/my/company' }),
});
export const removeMyContactAction = action(RemoveContact, removeContact, {
  words,
  gate: company,
  done: () => ({ message: { key: 'done.contactRemoved' }, redirect: '/my/company' }),
});
