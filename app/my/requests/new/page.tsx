import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { company } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PostButton } from '@/components/form/plain-form';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { listItems } from '@/lib/service-desk/queries/catalogue';
import { startDraftAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('my.new') };
}

export default async function NewRequestPage() {
  const items = await read(company, (ctx) => listItems(ctx));
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const forms = [];
  for (const item of items) forms.push({ item, hidden: await hiddenFields() });
  return (
    <>
      <PageHead file crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.my'), href: '/my/requests' }, { label: t('my.new') }] }} title={t('my.newTitle')} meta={t('my.newNote')} />
      {items.length === 0 && <EmptyState title={t('my.noItems')} />}
      <div className="grid gap-4 sm:grid-cols-2">
        {forms.map(({ item, hidden }) => (
          <Card key={item.id} title={nameIn(locale, item)} className="!mt-0 flex flex-col">
            <p className="text-ink-2">{locale === 'en' && item.descriptionEn !== '' ? item.descriptionEn : item.description}</p>
            <p className="mt-2 mb-4 text-sm text-ink-2">
              <MetaLine items={[t('my.promise', { acceptance: item.acceptanceDays, promised: item.promisedDays }), item.filesRequired && t('my.needFiles')]} />
            </p>
            <PostButton action={startDraftAction} hidden={hidden} values={{ item: item.id }} variant="primary" size="lg">
              {t('my.start')}
              <span className="sr-only"> {nameIn(locale, item)}</span>
            </PostButton>
          </Card>
        ))}
      </div>
    </>
  );
}
