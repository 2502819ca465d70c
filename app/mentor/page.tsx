import type { Metadata } from 'next';
import { mentor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { KeptDrafts } from '@/components/mentoring/kept-drafts';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { membershipOf } from '@/lib/kernel/actor';
import { formatMoment } from '@/lib/kernel/date-text';
import { listMyCompanies } from '@/lib/mentoring/queries/mentors';
import { listDisputedVisits } from '@/lib/mentoring/queries/visits';
import { CompanyLine } from './company-line';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('home.title') };
}

export default async function MentorHome() {
  const { companies, disputed, membership } = await read(mentor, async (ctx) => ({
    companies: await listMyCompanies(ctx),
    disputed: await listDisputedVisits(ctx),
    membership: membershipOf(ctx.actor) ?? '',
  }));
  const [t, locale] = [await getT('mentoring'), await getLocale()];
  const now = companies.filter((company) => company.assignedNow);
  const before = companies.filter((company) => !company.assignedNow);
  return (
    <>
      <PageHead title={t('home.title')} meta={t('home.count', { count: now.length })} />
      {disputed.length > 0 && (
        <Card title={t('home.waiting')} body="rows" now="late">
          {disputed.map((visit) => (
            <a key={visit.id} href={`/mentor/visits/${visit.id}`} className="block px-(--pad) py-3">
              <span className="block font-semibold">{t('home.disputed', { company: visit.company })}</span>
              <span className="num block text-sm text-ink-2">
                {visit.number} · {formatMoment(visit.visitedAt, locale)}
              </span>
              {visit.remark !== null && <span className="mt-1 line-clamp-3 block text-late">{visit.remark}</span>}
              <span className="mt-1 inline-block text-sm font-semibold text-accent">{t('home.open')}</span>
            </a>
          ))}
        </Card>
      )}
      {companies.length === 0 ? (
        <Card>
          <EmptyState title={t('home.emptyTitle')}>{t('home.empty')}</EmptyState>
        </Card>
      ) : (
        <Card title={t('home.companies')} body="rows">
          {now.map((company) => (
            <CompanyLine key={company.id} t={t} company={company} />
          ))}
        </Card>
      )}
      {before.length > 0 && (
        <Card title={t('home.handedOver')} note={t('home.handedOverNote')} body="rows">
          {before.map((company) => (
            <CompanyLine key={company.id} t={t} company={company} />
          ))}
        </Card>
      )}
      {now.length > 0 && (
        <div className="mt-4 max-sm:sticky max-sm:bottom-[calc(68px+env(safe-area-inset-bottom))]">
          <KeptDrafts membership={membership} labels={{ waiting: t('draft.waiting', { company: '{company}', time: '{time}' }), open: t('draft.open') }} />
          <LinkButton href="/mentor/visits/new" variant="primary" size="touch" className="w-full">
            {t('home.record')}
          </LinkButton>
        </div>
      )}
    </>
  );
}
