import { sql } from 'drizzle-orm';
import type { Notifications, PersonMenuProps } from '@/components/page/frame-parts';
import type { SearchProps } from '@/components/page/jump-to';
import { askedCookies, askedHeaders } from './asked';
import { PATH_HEADER, readAs } from './context';
import { counted } from './counts';
import { getLocale, getT } from './i18n';
import { setLocale, setTheme, signOut, switchMembership } from './preferences';
import type { Session } from './session';

/** What the frames of all portals share: the language, the person, the bell. */
export async function frameFor(session: Session, portal: 'desk' | 'my' | 'mentor' | 'admin') {
  const [t, locale] = [await getT('shell'), await getLocale()];
  const theme = (await askedCookies()).get('theme')?.value ?? session.theme;
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const person: PersonMenuProps = {
    name: 'name' in session.actor ? session.actor.name : session.personName,
    title: t('person'),
    ...(session.role === null ? {} : { role: t(`roles.${session.role}`) }),
    ...(session.memberships > 1 ? { memberships: await membershipsOf(session) } : {}),
    links: [{ href: '/account', label: t('account') }],
    theme: {
      title: t('theme.title'),
      action: setTheme,
      now: theme === 'light' || theme === 'dark' ? theme : 'system',
      labels: { system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') },
    },
    signOut: { action: signOut, label: t('signOut') },
  };
  const counts = await counted(session);
  const notifications: Notifications | undefined =
    portal === 'admin'
      ? undefined
      : { href: `/${portal}/notifications`, label: t('notifications'), count: counts.unread, url: '/api/notifications' };
  return {
    t,
    path: ((await askedHeaders()).get(PATH_HEADER) ?? '').replace(/\?.*$/, ''),
    counts,
    person,
    notifications,
    language: { action: setLocale, to: other, label: t('language.label'), title: t('language.title') },
  };
}

async function membershipsOf(session: Session): Promise<NonNullable<PersonMenuProps['memberships']>> {
  const [t, locale] = [await getT('shell'), await getLocale()];
  const rows = await readAs({ kind: 'public', centerId: null }, ({ db }) =>
    db
      .select({
        id: sql<string>`membership_id`,
        role: sql<string>`role`,
        center: sql<string>`center_name`,
        centerEn: sql<string>`center_name_en`,
        company: sql<string | null>`company_name`,
      })
      .from(sql`auth_memberships(${session.personId}::uuid)`),
  );
  const current = session.actor.kind === 'member' ? session.actor.membershipId : null;
  return {
    title: t('memberships'),
    action: switchMembership,
    items: rows.map((row) => ({
      id: row.id,
      label: `${row.company ?? (locale === 'en' ? row.centerEn : row.center)} · ${t(`roles.${row.role}`)}`,
      current: row.id === current,
    })),
  };
}

export async function searchFor(): Promise<SearchProps> {
  const t = await getT('shell');
  return {
    action: '/desk/companies',
    url: '/api/jump',
    placeholder: t('search.placeholder'),
    labels: {
      title: t('search.title'),
      pages: t('search.pages'),
      empty: t('search.empty'),
      failed: t('search.failed'),
      open: t('search.open'),
      move: t('search.move'),
      close: t('search.close'),
    },
  };
}
