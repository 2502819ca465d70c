import type { TrailLine } from '@/components/audit/trail-list';
import type { TrailRow } from '@/lib/audit/queries';
import { allRoles, type Role } from '@/lib/kernel/actor';
import { formatMoment } from '@/lib/kernel/date-text';
import { getLocale, getT } from './i18n';
import { told } from './timeline';

/** Entries as the trail prints them, in the reader's language. */
export async function trailLines(rows: readonly TrailRow[]): Promise<TrailLine[]> {
  const [t, shell, list, locale] = [await getT('audit'), await getT('shell'), await getT('list'), await getLocale()];
  return rows.map((row) => ({
    id: row.id,
    when: formatMoment(row.occurredAt, locale),
    who: row.actorName === '' ? t('system') : row.actorName,
    role: isRole(row.actorRole) ? shell(`roles.${row.actorRole}`) : t.has(`roles.${row.actorRole}`) ? t(`roles.${row.actorRole}`) : row.actorRole,
    text: told(locale, row),
    address: row.address ?? list('missing'),
  }));
}

function isRole(text: string): text is Role {
  return (allRoles as readonly string[]).includes(text);
}
