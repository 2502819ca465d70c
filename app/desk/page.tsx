import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { businessAndAuditor, desk } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { MissingYear } from '@/components/centers/missing-year';
import { PostButton } from '@/components/form/plain-form';
import { StatCards } from '@/components/page/file-layout';
import { PageHead } from '@/components/page/page-head';
import { Changes } from '@/components/service-desk/changes';
import { Queue } from '@/components/service-desk/queue';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { canEditCalendar } from '@/lib/centers/policy';
import { getCalendar, missingYearWarning } from '@/lib/centers/queries';
import { hasRole, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { REACHABLE_ROWS } from '@/lib/kernel/list-params';
import { formatDay, formatMoment } from '@/lib/kernel/date-text';
import { addMonths, dayOf } from '@/lib/kernel/dates';
import { overdueConditions, termsEnding } from '@/lib/lifecycle/queries/admission';
import { requestList } from '@/lib/service-desk/inputs';
import { canServe } from '@/lib/service-desk/policy';
import { changesSince, DESK_PAGE, lastLook } from '@/lib/service-desk/queries/home';
import { countDesk, listRequests } from '@/lib/service-desk/queries/list';
import { repairsOpen, supervisionsPassed } from '@/lib/service-desk/queries/watched';
import { standingToday } from '@/lib/service-desk/rules';
import { acceptNextAction } from './requests/actions';
import { markLookedAction } from './actions';
import { RoadToday } from './road-today';
import { WatchedToday } from './watched-today';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('today.title') };
}

const queue = '/desk/requests';
const FIRST = 8;

/** What waits, what is late, what is due soon, and what others did since the reader last looked. */
async function loadDesk(ctx: Ctx) {
  const today = dayOf(ctx.now);
  const calendar = await getCalendar(ctx);
  const first = async (show: 'mine' | 'late') => {
    const params = requestList.parse({ show });
    const { rows, total } = await listRequests(ctx, { ...params, size: FIRST });
    return { total, rows: rows.map((row) => standingToday(calendar, row, today)) };
  };
  const since = await lastLook(ctx, DESK_PAGE);
  return {
    counts: await countDesk(ctx),
    mine: canServe(ctx.actor) ? await first('mine') : null,
    late: await first('late'),
    passed: await supervisionsPassed(ctx, FIRST),
    repairs: await repairsOpen(ctx, FIRST),
    since,
    changes: canServe(ctx.actor) ? await changesSince(ctx, since) : null,
    me: membershipOf(ctx.actor),
  };
}

export default async function TodayPage() {
  const view = await read(desk, async (ctx) => ({
    today: dayOf(ctx.now),
    name: 'name' in ctx.actor ? ctx.actor.name : '',
    missing: await missingYearWarning(ctx),
    mayEnter: canEditCalendar(ctx.actor),
    road: hasRole(ctx.actor, ...businessAndAuditor)
      ? { conditions: await overdueConditions(ctx, FIRST), terms: await termsEnding(ctx, addMonths(dayOf(ctx.now), 1), FIRST) }
      : null,
    business: hasRole(ctx.actor, ...businessAndAuditor) ? await loadDesk(ctx) : null,
  }));
  const centers = await getT('centers');
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const { business } = view;
  const head = (actions?: React.ReactNode) => (
    <>
      <PageHead title={t('today.title')} meta={t('today.greeting', { name: view.name, day: formatDay(view.today, locale, 'long') })} {...(actions === undefined ? {} : { actions })} />
      {view.missing !== null && <MissingYear t={centers} year={view.missing} act={view.mayEnter} />}
    </>
  );
  if (business === null) {
    return (
      <>
        {head()}
        <EmptyState
          title={t('today.nothingHere')}
          action={
            <>
              <LinkButton href="/desk/settings/people" variant="primary">
                {centers('settings.people')}
              </LinkButton>
              <LinkButton href="/desk/settings">{centers('settings.title')}</LinkButton>
            </>
          }
        />
      </>
    );
  }
  const { counts, mine, late, changes, since } = business;
  const links = { accept: `${queue}?show=accept`, open: `${queue}?show=open` };
  const stat = (name: 'mine' | 'toAccept' | 'late' | 'week', show: string, value: number, note: string, tone?: 'late' | 'due') => ({
    name: t(`today.${name}`),
    value: value > REACHABLE_ROWS ? `${REACHABLE_ROWS.toLocaleString(locale)}+` : value.toLocaleString(locale),
    note,
    href: `${queue}?show=${show}`,
    ...(tone === undefined ? {} : { tone }),
  });
  return (
    <>
      {head(
        mine !== null && (
          <>
            <LinkButton href={links.open}>{t('list.showOpen')}</LinkButton>
            <PostButton action={acceptNextAction} hidden={await hiddenFields()} variant="primary">
              {t('list.acceptNext')}
            </PostButton>
          </>
        ),
      )}
      <StatCards
        stats={[
          ...(mine === null ? [] : [stat('mine', 'mine', counts.mine, t('today.mineNote'))]),
          stat('late', 'late', counts.late, counts.late > 0 ? t('today.lateNote') : t('today.lateEmpty'), counts.late > 0 ? 'late' : undefined),
          stat('week', 'week', counts.week, t('today.acceptNote')),
          stat('toAccept', 'accept', counts.toAccept, t('today.acceptNote')),
        ]}
      />
      {mine !== null && (
        <Section title={t('today.waiting')} aside={mine.total > mine.rows.length && <a className="link" href={`${queue}?show=mine`}>{t('today.seeAll')}</a>}>
          <Queue t={t} locale={locale} rows={mine.rows} me={business.me} mine links={links} short />
        </Section>
      )}
      {late.rows.length > 0 && (
        <Section title={t('today.lateTitle')} aside={late.total > late.rows.length && <a className="link" href={`${queue}?show=late`}>{t('today.seeAll')}</a>}>
          <Queue t={t} locale={locale} rows={late.rows} me={business.me} links={links} />
        </Section>
      )}
      <WatchedToday passed={business.passed} repairs={business.repairs} today={view.today} />
      <RoadToday conditions={view.road?.conditions ?? []} terms={view.road?.terms ?? []} today={view.today} />
      {changes !== null && (
        <Section
          title={t('today.changed')}
          aside={
            changes.length > 0 && (
              <PostButton action={markLookedAction} hidden={await hiddenFields()} values={{ page: DESK_PAGE }} size="sm">
                {t('today.looked')}
              </PostButton>
            )
          }
        >
          <Changes
            t={t}
            locale={locale}
            note={since === null ? t('today.changedEver') : t('today.changedSince', { at: formatMoment(since, locale) })}
            changes={changes}
          />
        </Section>
      )}
    </>
  );
}
