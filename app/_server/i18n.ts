import { askedOnce, type Eventually, whenKnown } from '@/components/ui/eventually';
import { defaultLocale, isLocale, type Locale, type Translate, translator } from '@/lib/kernel/i18n';
import { askedCookies } from './asked';
import { getSession } from './session';

export const LOCALE_COOKIE = 'locale';

/** The choice made in this browser wins, then the one the person made elsewhere, then Chinese. */
export const getLocale = askedOnce(async (): Promise<Locale> => {
  const chosen = (await askedCookies()).get(LOCALE_COOKIE)?.value;
  if (isLocale(chosen)) return chosen;
  const session = await getSession();
  return isLocale(session?.locale) ? session.locale : defaultLocale;
});

/** The words of one capability for this page. */
export function getT(namespace: string): Eventually<Translate> {
  return whenKnown(getLocale(), (locale) => translator(locale, namespace));
}

/** A center's or department's name as the reader's language has it; the Chinese one where there is no other. */
export function nameIn(locale: Locale, row: { name: string; nameEn: string }): string {
  return locale === 'en' && row.nameEn !== '' ? row.nameEn : row.name;
}
