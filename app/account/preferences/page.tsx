import type { Metadata } from 'next';
import { CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { getAccount } from '@/lib/people/queries/account';
import { askedCookies } from '../../_server/asked';
import { enter, readAs } from '../../_server/context';
import { getLocale, getT } from '../../_server/i18n';
import { setLocale, setTheme } from '../../_server/preferences';
import { selfOf } from '../../_server/session';
import { preferencesAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('preferences.title') };
}

export default async function PreferencesPage() {
  const session = await enter('signed-in');
  const [t, locale] = [await getT('people'), await getLocale()];
  const account = await readAs(selfOf(session), (ctx) => getAccount(ctx, session.personId));
  const theme = (await askedCookies()).get('theme')?.value ?? session.theme;
  return (
    <>
      <Card title={t('preferences.language')}>
        <form action={setLocale} className="flex gap-2">
          {(['zh-CN', 'en'] as const).map((choice) => (
            <Button key={choice} type="submit" name="locale" value={choice} lang={choice} aria-pressed={locale === choice} variant={locale === choice ? 'primary' : 'default'}>
              {t(choice === 'en' ? 'languages.languageEnglish' : 'languages.languageChinese')}
            </Button>
          ))}
        </form>
      </Card>
      <Card title={t('preferences.theme')}>
        <form action={setTheme} className="flex flex-wrap gap-2">
          {(['system', 'light', 'dark'] as const).map((choice) => (
            <Button key={choice} type="submit" name="theme" value={choice} aria-pressed={theme === choice} variant={theme === choice ? 'primary' : 'default'}>
              {t(`preferences.${choice}`)}
            </Button>
          ))}
        </form>
      </Card>
      <Card title={t('preferences.shortcutsTitle')}>
        <Form
          action={preferencesAction}
          hidden={{ membership: null, formKey: '' }}
          labels={{ submit: t('preferences.submit'), pending: t('preferences.pending'), errorTitle: t('preferences.errorTitle') }}
        >
          <CheckboxField name="shortcuts" label={t('preferences.shortcuts')} hint={t('preferences.shortcutsHint')} checked={account.shortcuts} />
        </Form>
      </Card>
    </>
  );
}
