import { membershipOf } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import type { HiddenFields } from '@/components/form/form-state';
import { getSession } from './session';

/** What every form carries: under whom it was drawn, its own key, and the version of the row it edits. */
export async function hiddenFields(version?: number): Promise<HiddenFields> {
  const session = await getSession();
  const membership = session === null ? null : membershipOf(session.actor);
  return version === undefined ? { membership, formKey: newId() } : { membership, formKey: newId(), version };
}
