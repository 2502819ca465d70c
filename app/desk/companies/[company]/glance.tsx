import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { happenings } from '@/app/_server/timeline';
import { PostButton } from '@/components/form/plain-form';
import { StatCards } from '@/components/page/file-layout';
import { Card } from '@/components/ui/card';
import { StatePill, Toned } from '@/components/ui/pill';
import { Timeline } from '@/components/ui/timeline';
import { changesSince, type EntryLine } from '@/lib/audit/queries';
import { roundsOpenOf } from '@/lib/companies/queries/collection';
import type { Assignment, CompanyFile } from '@/lib/companies/queries/file';
import { type DueKind, dueFirst, urgencyOf } from '@/lib/companies/rules/glance';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, daysBetween } from '@/lib/kernel/dates';
import { conditionsOf } from '@/lib/lifecycle/queries/admission';
import { unansweredOf } from '@/lib/notices/queries/desk';
import { lastLook } from '@/lib/service-desk/queries/home';
import { openOfCompany } from '@/lib/service-desk/queries/list';
import { lookedAtCompanyAction } from '../actions';

const MOST = 20;
const pageOf = (companyId: string) => `company:${companyId}`;

/** Something the company has to do that isn't a request: figures of a year, what it was admitted on, an answer. */
interface Waiting {
  kind: Extract<DueKind, 'round' | 'condition' | 'notice'>;
  id: string;
  href: string;
  name: string;
  /** Null of a notice that wants an answer and names no day. */
  on: Day | null;
}

export interface Seen {
  open: { open: number; late: number; next: Day | null };
  waits: Waiting[];
  since: Date | null;
  changes: EntryLine[];
}

export async function glanceAt(ctx: Ctx, companyId: string): Promise<Seen> {
  const since = await lastLook(ctx, pageOf(companyId));
  return { open: await openOfCompany(ctx, companyId), waits: await waitsFor(ctx, companyId), since, changes: since === null ? [] : await changesSince(ctx, companyId, since, MOST) };
}

/** Each with its own page at the desk. */
async function waitsFor(ctx: Ctx, companyId: string): Promise<Waiting[]> {
  const conditions = (await conditionsOf(ctx, companyId)).map(({ id, text, dueOn }) => ({ kind: 'condition' as const, id, href: `/desk/admission/${id}`, name: text ?? '', on: dueOn }));
  const rounds = (await roundsOpenOf(ctx, companyId)).map(({ id, year, dueOn }) => ({ kind: 'round' as const, id, href: `/desk/companies/${companyId}/facts/${year}`, name: String(year), on: dueOn }));
  const notices = (await unansweredOf(ctx, companyId, MOST)).map(({ id, title, dueOn }) => ({ kind: 'notice' as const, id, href: `/desk/notices/${id}/answers/${companyId}`, name: title, on: dueOn }));
  return [...conditions, ...rounds, ...notices].sort((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'));
}

/** Who looks after the company, what is open, what is due, what others changed since the reader last looked. */
export async function Glance({ company, trio, glance, today }: { company: Pick<CompanyFile, 'id' | 'dueOn'>; trio: readonly Assignment[]; glance: Seen; today: Day }) {
  const [t, locale] = [await getT('glance'), await getLocale()];
  const { open, waits, since, changes } = glance;
  const liaison = trio.find((one) => one.role === 'liaison');
  const others = trio.filter((one) => one !== liaison).map((one) => one.name);
  const requests = `/desk/requests?company=${company.id}&show=all`;
  const next = dueFirst([
    ...(open.next === null ? [] : [{ kind: 'request' as const, on: open.next, href: requests }]),
    ...(company.dueOn === null ? [] : [{ kind: 'term' as const, on: company.dueOn, href: `/desk/companies/${company.id}/road` }]),
    ...waits.flatMap(({ kind, on, href }) => (on === null ? [] : [{ kind, on, href }])),
  ]);
  const left = next === null ? 0 : daysBetween(today, next.on);
  const urgency = next === null ? null : urgencyOf(next, today);
  const until = ({ kind, on }: Waiting) => {
    if (on === null) return { tone: 'neutral' as const, text: t('waitsOpen') };
    const days = daysBetween(today, on);
    return { tone: urgencyOf({ kind, on }, today) ?? ('neutral' as const), text: days < 0 ? t('waitsLate', { day: on, days: -days }) : t('waitsDue', { day: on, days }) };
  };
  return (
    <div className="mb-4 grid gap-4">
      <StatCards
        stats={[
          { name: t('who'), value: liaison?.name ?? t('nobody'), note: others.length === 0 ? t('alone') : others.join(' · '), ...(liaison === undefined ? { tone: 'due' as const } : {}), href: `/desk/companies/${company.id}/people` },
          { name: t('open'), value: String(open.open), note: open.late > 0 ? t('late', { count: open.late }) : t('onTime'), ...(open.late > 0 ? { tone: 'late' as const } : {}), href: requests },
          {
            name: t('due'),
            value: next?.on ?? t('nothing'),
            note: next === null ? t('noDate') : left < 0 ? t(`past.${next.kind}`, { days: -left }) : t(`of.${next.kind}`, { days: left }),
            ...(urgency === null ? {} : { tone: urgency }),
            ...(next === null ? {} : { href: next.href }),
          },
          { name: t('changed'), value: since === null ? t('first') : changes.length >= MOST ? `${MOST}+` : String(changes.length), note: since === null ? t('firstNote') : t('since', { at: since }), href: `/desk/companies/${company.id}/history` },
        ]}
      />
      {waits.length > 0 && (
        <Card title={t('waits')} body="rows" aside={<StatePill tone="due">{String(waits.length)}</StatePill>}>
          {waits.map((one) => (
            <a key={one.id} className="row" href={one.href}>
              <span className="min-w-0 break-words">{t('waitsText', { kind: one.kind, name: one.name })}</span>
              <span className="text-right text-sm">
                <Toned tone={until(one).tone}>{until(one).text}</Toned>
              </span>
            </a>
          ))}
        </Card>
      )}
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
