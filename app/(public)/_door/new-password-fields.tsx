import { getT } from '@/app/_server/i18n';
import { TextField } from '@/components/form/text-fields';

/** A new password, typed twice. */
export async function NewPasswordFields() {
  const t = await getT('people');
  return (
    <>
      <TextField name="newPassword" type="password" label={t('password.new')} hint={t('password.hint')} autoComplete="new-password" maxLength={200} required />
      <TextField name="repeatPassword" type="password" label={t('password.repeat')} autoComplete="new-password" maxLength={200} required />
    </>
  );
}
