import type { FormLabels } from '@/components/form/form';
import { membershipOf } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import type { HiddenFields } from '@/components/form/form-state';
import { type Eventually, whenKnown } from '@/components/ui/eventually';
import { getT } from './i18n';
import { getSession } from './session';

/** What every form carries: under whom it was drawn, its own key, and the version of the row it edits. */
export function hiddenFields(version?: number): Eventually<HiddenFields> {
  return whenKnown(getSession(), (session) => {
    const membership = session === null ? null : membershipOf(session.actor);
    return version === undefined ? { membership, formKey: newId() } : { membership, formKey: newId(), version };
  });
}

/** The words every form shares; `submit` names the act. Asks before leaving unless told not to. */
export async function formLabels(submit?: string, options: { leave?: boolean } = {}): Promise<FormLabels> {
  const t = await getT('shell');
  const labels = { submit: submit ?? t('form.save'), pending: t('form.pending'), errorTitle: t('form.errorTitle') };
  if (options.leave === false) return labels;
  return { ...labels, leave: { title: t('form.leaveTitle'), text: t('form.leave'), yes: t('form.leaveYes'), no: t('form.leaveNo') } };
}
