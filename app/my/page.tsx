import type { Metadata } from 'next';
import { company } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { getSession } from '@/app/_server/session';
import { PageHead } from '@/components/page/page-head';
import { OwnRequests } from '@/components/service-desk/own-requests';
import { type Todo, Todos } from '@/components/service-desk/todos';
import { LinkButton } from '@/components/ui/button';
import { Card, CardRow, Section } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { getCalendar } from '@/lib/centers/queries';
import { trioRoles } from '@/lib/companies/inputs';
import { ownRoundsOpen } from '@/lib/companies/queries/collection';
import { assignmentsOf } from '@/lib/companies/queries/file';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { env } from '@/lib/kernel/env';
import { listVisitsToConfirm } from '@/lib/mentoring/queries/visits';
import { listNoticesToDo } from '@/lib/notices/queries/own';
import { ownRequestList } from '@/lib/service-desk/inputs';
import { companyTodos } from '@/lib/service-desk/queries/home';
import { listOwnRequests } from '@/lib/service-desk/queries/list';
import { unreadOf } from '@/lib/service-desk/queries/talk';
import { clockOf } from '@/lib/service-desk/rules';
import { noticeTodos } from './notice-todos';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('shell'))('go.home') };
}

const LATEST = 5;

export default async function HomePage() {
  const view = await read(company, async (ctx) => {
    const [calendar, today] = [await getCalendar(ctx), dayOf(ctx.now)];
    const { rows } = await listOwnRequests(ctx, { ...ownRequestList.parse({}), size: LATEST });
    const serving = isCompanyPerson(ctx.actor) ? await assignmentsOf(ctx, ctx.actor.companyId) : [];
    return {
      todos: await companyTodos(ctx),
      unread: await unreadOf(ctx),
      rounds: await ownRoundsOpen(ctx),
      visits: await listVisitsToConfirm(ctx),
      notices: await listNoticesToDo(ctx),
      today,
      requests: rows.map((row) => ({ ...row, clock: clockOf(calendar, row, today) })),
      trio: serving.filter((one) => one.untilOn === null || one.untilOn >= today),
    };
  });
  const [t, collection, locale, session] = [await getT('service-desk'), await getT('collection'), await getLocale(), await getSession()];
  const day = (moment: Date | null) => (moment === null ? t('file.missing') : formatDay(dayOf(moment), locale, 'long'));
  const todos: Todo[] = [
    ...view.rounds.map((round) => ({
      id: round.id,
      href: `/my/collection/${round.id}`,
      text: collection(round.form === 'short' ? 'todoShort' : 'todo', { year: round.year }),
      note: collection('dueOn', { day: round.dueOn }),
      act: collection(round.state === 'draft' ? 'goOn' : 'answer'),
      tone: 'due' as const,
    })),
    ...view.todos.confirming.map((row) => ({
      id: row.id,
      href: `/my/requests/${row.id}`,
      text: t('home.confirming', { title: row.title }),
      note: [locale === 'en' ? row.itemEn : row.item, row.number].filter(Boolean).join(' · '),
      act: t('home.confirmNow'),
      tone: 'due' as const,
    })),
    ...view.todos.lanes.map((row) => ({
      id: row.id,
      href: `/my/requests/${row.id}#answer`,
      text: t('home.laneWaits', { title: row.title }),
      note: [locale === 'en' ? row.itemEn : row.item, row.number].filter(Boolean).join(' · '),
      act: t('home.fix'),
      tone: 'due' as const,
    })),
    ...view.todos.returned.map((row) => ({
      id: row.id,
      href: `/my/requests/${row.id}#correct`,
      text: t('home.returned', { title: row.title }),
      note: t('home.returnedBy', { who: row.owner ?? t('file.missing'), day: day(row.returnedAt) }),
      act: t('home.fix'),
      tone: 'due' as const,
    })),
    ...view.unread.map((row) => ({
      id: `${row.id}-unread`,
      href: `/my/requests/${row.id}#message`,
      text: t('home.unread', { title: row.title, count: row.many }),
      note: [row.number, day(row.at)].filter(Boolean).join(' · '),
      act: t('home.readNow'),
    })),
    ...(await noticeTodos(view.notices, view.today)),
    ...view.visits.map((visit) => ({
      id: visit.id,
      href: `/my/visits/${visit.id}`,
      text: t('home.visit', { mentor: visit.mentor }),
      note: [day(visit.visitedAt), visit.place].filter(Boolean).join(' · '),
      act: t('home.visitNow'),
    })),
    ...view.todos.toRate.map((row) => ({
      id: row.id,
      href: `/my/requests/${row.id}#rate`,
      text: t('home.rate', { title: row.title }),
      note: t('home.rateBy', { who: row.owner ?? t('file.missing'), day: day(row.completedAt) }),
      act: t('home.rateNow'),
    })),
    ...view.todos.again.map((row) => ({
      id: row.id,
      href: `/my/requests/${row.id}#rate`,
      text: t('home.again', { title: row.title }),
      note: t('home.rateBy', { who: row.owner ?? t('file.missing'), day: day(row.completedAt) }),
      act: t('act.rateAgain'),
    })),
    ...view.todos.drafts.map((row) => ({
      id: row.id,
      href: `/my/requests/${row.id}`,
      text: t('home.draft', { title: row.title === '' ? (locale === 'en' ? row.itemEn : row.item) : row.title }),
      note: t('home.draftAt', { day: day(row.at) }),
      act: t('home.continue'),
    })),
  ];
  const named = (role: (typeof trioRoles)[number]) => view.trio.filter((one) => one.role === role).map((one) => one.name).join('、') || t('home.unassigned');
  const people = t('home.peopleText', {
    center: (locale === 'en' ? session?.centerNameEn : session?.centerName) ?? '',
    company: session?.companyName ?? '',
    liaison: named('liaison'),
    counsellor: named('counsellor'),
    mentor: named('mentor'),
    url: new URL('/my', env().APP_URL).toString(),
  });
  return (
    <>
      <PageHead
        file
        title={t('home.hello', { company: session?.companyName ?? '' })}
        meta={t('home.helloNote')}
        actions={
          <LinkButton href="/my/requests/new" variant="primary" size="lg">
            {t('my.new')}
          </LinkButton>
        }
      />
      <Todos title={t('home.waiting')} empty={t('home.nothing')} todos={todos} />
      <Section
        title={t('home.requests')}
        aside={
          <a className="link" href="/my/requests">
            {t('home.allRequests')}
          </a>
        }
      >
        <OwnRequests t={t} locale={locale} rows={view.requests} />
      </Section>
      <Card
        title={t('home.people')}
        note={t('home.peopleNote')}
        body="rows"
        className="mt-6"
        aside={
          <CopyButton text={people} copied={t('file.copied')} failed={t('file.copyFailed')}>
            {t('home.copyPeople')}
          </CopyButton>
        }
      >
        {trioRoles.map((role) => (
          <CardRow key={role} label={t(`home.${role}`)}>
            {named(role)}
          </CardRow>
        ))}
      </Card>
    </>
  );
}
