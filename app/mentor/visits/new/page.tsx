import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { mentor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { SubmitButton } from '@/components/form/submit-button';
import { VisitDraft } from '@/components/mentoring/visit-draft';
import { VisitForm } from '@/components/mentoring/visit-form';
import { BottomBar } from '@/components/page/mentor-frame';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { membershipOf } from '@/lib/kernel/actor';
import { formatMoment } from '@/lib/kernel/date-text';
import { isId, newId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { listMyCompanies } from '@/lib/mentoring/queries/mentors';
import { listRecentVisits } from '@/lib/mentoring/queries/visits';
import { ContactPill } from '../../company-line';
import { recordVisitAction } from '../actions';
import { draftLabels } from '../draft-words';
import { VisitFields } from '../visit-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('record.title') };
}

export default async function RecordVisitPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { company: wanted, from } = await searchParams;
  const { mine, company, last, now, membership } = await read(mentor, async (ctx) => {
    const mine = (await listMyCompanies(ctx)).filter((one) => one.assignedNow);
    // With one company only there is nothing to choose.
    const company = mine.find((one) => one.id === wanted) ?? (wanted === undefined && mine.length === 1 ? mine[0] : undefined);
    const last = company === undefined ? [] : await listRecentVisits(ctx, company.id, 1);
    return { mine, company, last: last[0], now: ctx.now, membership: membershipOf(ctx.actor) ?? '' };
  });
  const [t, locale] = [await getT('mentoring'), await getLocale()];
  const takeOver = typeof from === 'string' && isId(from) ? from : undefined;

  if (company === undefined) {
    return (
      <>
        <PageHead title={t('record.pick')} meta={t('record.pickNote')} />
        {mine.length === 0 ? (
          <Card>
            <EmptyState title={t('home.emptyTitle')}>{t('home.empty')}</EmptyState>
          </Card>
        ) : (
          <Card body="rows">
            {mine.map((one) => (
              <a key={one.id} href={`/mentor/visits/new?company=${one.id}${takeOver === undefined ? '' : `&from=${takeOver}`}`} className="block min-h-11 px-(--pad) py-3">
                <span className="block font-semibold">{one.name}</span>
                <ContactPill t={t} company={one} />
              </a>
            ))}
          </Card>
        )}
      </>
    );
  }
  return (
    <VisitForm
      action={recordVisitAction}
      hidden={await hiddenFields()}
      labels={{ submit: t('record.submit'), pending: t('record.pending'), errorTitle: t('record.errorTitle') }}
      footer={
        <BottomBar>
          <SubmitButton size="touch" />
        </BottomBar>
      }
    >
      <div>
        <h1 className="text-xl">{t('record.title')}</h1>
        <VisitDraft
          membership={membership}
          draftKey={company.id}
          {...(takeOver === undefined || takeOver === company.id ? {} : { takeOver })}
          visit={newId()}
          company={company.name}
          href={`/mentor/visits/new?company=${company.id}`}
          labels={draftLabels(t)}
        />
      </div>
      <input type="hidden" name="company" value={company.id} />
      <Card>
        <div className="flex items-start justify-between gap-3">
          <b className="text-lg">{company.name}</b>
          {mine.length > 1 && (
            <a href={`/mentor/visits/new?from=${company.id}`} className="link -my-2 inline-flex min-h-11 items-center whitespace-nowrap">
              {t('record.change')}
            </a>
          )}
        </div>
        {last === undefined ? (
          <p className="text-sm text-ink-2">{t('noVisit')}</p>
        ) : (
          <details className="mt-1">
            <summary className="num min-h-11 cursor-pointer py-2.5 text-sm text-ink-2">
              {t('record.last')} · {formatMoment(last.visitedAt, locale).slice(0, 10)} · {last.mentor}
            </summary>
            <p className="whitespace-pre-line">{last.advice}</p>
          </details>
        )}
      </Card>
      <VisitFields t={t} room={company.room} first={{ visitedAt: now, minutes: 60, placeKind: 'company', place: '', topics: [], advice: '' }} />
    </VisitForm>
  );
}
