import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { happenings } from '@/app/_server/timeline';
import { PostButton } from '@/components/form/plain-form';
import { StatCards } from '@/components/page/file-layout';
import { Card } from '@/components/ui/card';
import { Timeline } from '@/components/ui/timeline';
import { changesSince, type EntryLine } from '@/lib/audit/queries';
import type { Assignment, CompanyFile } from '@/lib/companies/queries/file';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, daysBetween } from '@/lib/kernel/dates';
import { lastLook } from '@/lib/service-desk/queries/home';
import { openOfCompany } from '@/lib/service-desk/queries/list';
import { lookedAtCompanyAction } from '../actions';

const MOST = 20;
const pageOf = (companyId: string) => `company:${companyId}`;

export interface Seen {
  open: { open: number; late: number; next: Day | null };
  since: Date | null;
  changes: EntryLine[];
}

export async function glanceAt(ctx: Ctx, companyId: string): Promise<Seen> {
  const since = await lastLook(ctx, pageOf(companyId));
  return { open: await openOfCompany(ctx, companyId), since, changes: since === null ? [] : await changesSince(ctx, companyId, since, MOST) };
}

/** Who looks after the company, what is open, what is due, what others changed since the reader last looked. */
export async function Glance({ company, trio, glance, today }: { company: Pick<CompanyFile, 'id' | 'dueOn'>; trio: readonly Assignment[]; glance: Seen; today: Day }) {
  const [t, locale] = [await getT('glance'), await getLocale()];
  const { open, since, changes } = glance;
  const liaison = trio.find((one) => one.role === 'liaison');
  const others = trio.filter((one) => one !== liaison).map((one) => one.name);
  const dates = [open.next, company.dueOn].filter((day) => day !== null).sort();
  const next = dates[0] ?? null;
  const left = next === null ? null : daysBetween(today, next);
  return (
    <div className="mb-4 grid gap-4">
      <StatCards
        stats={[
          { name: t('who'), value: liaison?.name ?? t('nobody'), note: others.length === 0 ? t('alone') : others.join(' · '), ...(liaison === undefined ? { tone: 'due' as const } : {}), href: `/desk/companies/${company.id}/people` },
          { name: t('open'), value: String(open.open), note: open.late > 0 ? t('late', { count: open.late }) : t('onTime'), ...(open.late > 0 ? { tone: 'late' as const } : {}), href: `/desk/requests?company=${company.id}&show=all` },
          {
            name: t('due'),
            value: next ?? t('nothing'),
            note: left === null ? t('noDate') : left < 0 ? t(next === open.next ? 'requestLate' : 'termLate', { days: -left }) : t(next === open.next ? 'ofRequest' : 'ofTerm', { days: left }),
            ...(left !== null && left < 0 ? { tone: 'late' as const } : left !== null && left <= 30 ? { tone: 'due' as const } : {}),
          },
          { name: t('changed'), value: since === null ? t('first') : changes.length >= MOST ? `${MOST}+` : String(changes.length), note: since === null ? t('firstNote') : t('since', { at: since }), href: `/desk/companies/${company.id}/history` },
        ]}
      />
      {(since === null || changes.length > 0) && (
        <Card
          title={since === null ? t('first') : t('changedTitle')}
          body="bare"
          aside={
            <PostButton action={lookedAtCompanyAction} hidden={await hiddenFields()} values={{ page: pageOf(company.id) }} size="sm">
              {t('looked')}
            </PostButton>
          }
        >
          {since === null ? <p className="p-4 text-ink-2">{t('firstText')}</p> : <Timeline items={happenings(locale, changes)} empty={t('nothing')} />}
        </Card>
      )}
    </div>
  );
}
