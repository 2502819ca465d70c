import type { Metadata } from 'next';
import { company } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { pagerProps } from '@/app/_server/list';
import { read } from '@/app/_server/read';
import { Pager } from '@/components/list/pager';
import { VisitLine, VisitStatePill } from '@/components/mentoring/visit-parts';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { formatMoment } from '@/lib/kernel/date-text';
import type { SearchParams } from '@/lib/kernel/list-params';
import { ownVisitList } from '@/lib/mentoring/inputs';
import { listOwnVisits, listVisitsToConfirm } from '@/lib/mentoring/queries/visits';
import { ConfirmForm } from './answer-forms';

const path = '/my/visits';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('my.title') };
}

export default async function MyVisitsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = ownVisitList.parse(await searchParams);
  const { found, waiting } = await read(company, async (ctx) => ({ found: await listOwnVisits(ctx, params), waiting: await listVisitsToConfirm(ctx) }));
  const [t, list, locale] = [await getT('mentoring'), await getT('list'), await getLocale()];
  return (
    <>
      <PageHead title={t('my.title')} meta={waiting.length > 0 ? undefined : t('my.waitingNone')} />
      {waiting.length > 0 && <p className="mb-3 text-ink-2">{t('my.waitingNote')}</p>}
      {waiting.map((visit) => (
        <Card
          key={visit.id}
          id={`visit-${visit.number}`}
          now="due"
          title={
            <>
              {visit.mentor} · <span className="num">{formatMoment(visit.visitedAt, locale)}</span>
              <span className="sr-only"> {visit.number}</span>
            </>
          }
          aside={<VisitStatePill t={t} state={visit.state} />}
        >
          <p className="line-clamp-4 whitespace-pre-line">{visit.advice}</p>
          <p className="mt-1 mb-3">
            <a className="link inline-flex min-h-11 items-center" href={`${path}/${visit.id}`}>
              {t('my.read')}
            </a>
          </p>
          <div className="flex flex-wrap items-start gap-2">
            <ConfirmForm visit={visit} />
            <a className="btn" href={`${path}/${visit.id}#dispute`}>
              {t('answer.dispute')}
            </a>
          </div>
        </Card>
      ))}
      {found.rows.length === 0 ? (
        <Card>
          <EmptyState title={t('my.emptyTitle')}>{t('my.empty')}</EmptyState>
        </Card>
      ) : (
        <>
          <Card title={t('my.history')} body="rows">
            {found.rows.map((visit) => (
              <VisitLine key={visit.id} t={t} locale={locale} visit={visit} lead={visit.mentor} href={`${path}/${visit.id}`} />
            ))}
          </Card>
          <Pager {...pagerProps(list, path, ownVisitList, params, found)} />
        </>
      )}
    </>
  );
}
