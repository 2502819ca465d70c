import type { ReactNode } from 'react';
import { getLocale, getT } from '@/app/_server/i18n';
import { takeFlash } from '@/app/_server/flash';
import { setLocale } from '@/app/_server/preferences';
import { Flash } from '@/components/page/flash';
import { PublicFrame } from '@/components/page/public-frame';

/** The frame of the pages through which people come in: one title, one sentence, one thing to do. */
export async function Door({ title, note, wide, foot, children }: { title: string; note?: ReactNode; wide?: boolean; foot?: ReactNode; children?: ReactNode }) {
  const [t, locale] = [await getT('shell'), await getLocale()];
  return (
    <PublicFrame
      brand={{ href: '/', mark: t('mark'), name: t('product') }}
      labels={{ skip: t('skip') }}
      language={{ action: setLocale, to: locale === 'en' ? 'zh-CN' : 'en', label: t('language.label'), title: t('language.title') }}
      wide={wide ?? false}
      foot={foot}
    >
      <Flash message={await takeFlash()} />
      <h1 className="text-xl">{title}</h1>
      {note !== undefined && <p className="mt-2 mb-5 text-ink-2">{note}</p>}
      {children}
    </PublicFrame>
  );
}
