import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { happenings } from '@/app/_server/timeline';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Timeline } from '@/components/ui/timeline';
import { timelineOf } from '@/lib/audit/queries';
import { CompanyHead, loadHead } from '../frame';

const STEP = 50;
const MOST = 1_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('tabs.history') };
}

export default async function CompanyHistoryPage({ params, searchParams }: { params: Promise<{ company: string }>; searchParams: Promise<{ show?: string }> }) {
  const [{ company: id }, { show }] = [await params, await searchParams];
  const asked = typeof show === 'string' && /^\d{1,4}$/.test(show) ? Number(show) : STEP;
  const many = Math.min(Math.max(asked, STEP), MOST);
  const { head, happened } = await read(businessAndAuditor, async (ctx) => ({
    head: await loadHead(ctx, id),
    happened: await timelineOf(ctx, { companyId: id }, many),
  }));
  const [t, locale] = [await getT('companies'), await getLocale()];
  return (
    <>
      <CompanyHead head={head} tab="history" />
      <Card title={t('tabs.history')} body="bare">
        <Timeline items={happenings(locale, happened)} empty={t('nothingYet')} />
      </Card>
      {happened.length === many && many < MOST && (
        <p className="mt-4">
          <LinkButton href={`/desk/companies/${head.company.id}/history?show=${many + STEP}`}>{t('earlier')}</LinkButton>
        </p>
      )}
    </>
  );
}
