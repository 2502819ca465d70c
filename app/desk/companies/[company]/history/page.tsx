import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CompanyHistory } from '@/components/companies/history';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { timelineOf } from '@/lib/audit/timeline';
import { isId } from '@/lib/kernel/ids';
import { CompanyHead, loadHead } from '../frame';

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('tabs.history') };
}

export default async function CompanyHistoryPage({ params, searchParams }: { params: Promise<{ company: string }>; searchParams: Promise<{ before?: string }> }) {
  const [{ company: id }, { before }] = [await params, await searchParams];
  const { head, happened } = await read(businessAndAuditor, async (ctx) => ({
    head: await loadHead(ctx, id),
    happened: await timelineOf(ctx, { companyId: id }, { limit: PAGE, ...(typeof before === 'string' && isId(before) ? { before } : {}) }),
  }));
  const [t, locale] = [await getT('companies'), await getLocale()];
  const last = happened.at(-1);
  return (
    <>
      <CompanyHead head={head} tab="history" />
      <Card title={t('tabs.history')} body="bare">
        <CompanyHistory happened={happened} locale={locale} empty={t('nothingYet')} />
      </Card>
      {happened.length === PAGE && last !== undefined && (
        <p className="mt-4">
          <LinkButton href={`/desk/companies/${id}/history?before=${last.id}`}>{t('earlier')}</LinkButton>
        </p>
      )}
    </>
  );
}
