import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { business, businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { PostButton } from '@/components/form/plain-form';
import { DateField, SelectField } from '@/components/form/text-fields';
import { DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { listOwnAbsences } from '@/lib/approvals/queries';
import { getCalendar } from '@/lib/centers/queries';
import { hasRole, membershipOf } from '@/lib/kernel/actor';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { listLanesFor } from '@/lib/service-desk/queries/lanes';
import { listServing } from '@/lib/service-desk/queries/people';
import { spanOf } from '@/lib/service-desk/rules';
import { endStandInAction, standInAction } from '../lane-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('lanes.mine') };
}

/** The lanes that wait for the reader: their own, their department's, and of those they stand in for. */
export default async function LanesPage() {
  const view = await read(businessAndAuditor, async (ctx) => {
    const [calendar, today] = [await getCalendar(ctx), dayOf(ctx.now)];
    const serves = hasRole(ctx.actor, ...business);
    return {
      today,
      lanes: (await listLanesFor(ctx)).map((lane) => ({ ...lane, span: lane.dueOn === null ? null : spanOf(calendar, lane.dueOn, lane.days, today) })),
      absences: await listOwnAbsences(ctx),
      colleagues: serves ? (await listServing(ctx)).filter(({ id }) => id !== membershipOf(ctx.actor)) : [],
      serves,
    };
  });
  const [t, shell, locale] = [await getT('service-desk'), await getT('shell'), await getLocale()];
  return (
    <>
      <PageHead
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.desk'), href: '/desk/requests' }, { label: t('lanes.mine') }] }}
        title={t('lanes.mine')}
        meta={t('lanes.mineNote')}
      />
      <DataTable
        caption={t('lanes.mine')}
        rows={view.lanes}
        rowKey={(lane) => lane.id}
        rowHref={(lane) => `/desk/requests/${lane.requestId}?do=opinion&lane=${lane.id}#act`}
        columns={[
          {
            key: 'lane',
            head: t('lanes.title'),
            cell: (lane) => (
              <>
                <b className="font-semibold">{locale === 'en' && lane.nameEn !== '' ? lane.nameEn : lane.name}</b>
                <Sub>
                  {lane.title} · {lane.number}
                </Sub>
              </>
            ),
          },
          { key: 'company', head: t('list.company'), cell: (lane) => lane.company },
          { key: 'owner', head: t('list.owner'), cell: (lane) => lane.owner ?? t('lanes.nobody') },
          {
            key: 'due',
            head: t('list.due'),
            cell: (lane) =>
              lane.span === null || lane.dueOn === null ? (
                t('file.missing')
              ) : (
                <>
                  <StatePill tone={lane.span.tone}>
                    {lane.span.left === null ? t('file.missing') : lane.span.left < 0 ? t('lanes.dueLate', { late: -lane.span.left }) : t('lanes.dueLeft', { left: lane.span.left })}
                  </StatePill>
                  <Sub>{formatDay(lane.dueOn, locale)}</Sub>
                </>
              ),
          },
        ]}
        empty={<EmptyState title={t('lanes.empty')} />}
      />
      {view.serves && (
        <Card title={t('standIn.title')} note={t('standIn.note')} className="mt-6">
          {view.absences.length === 0 && <p className="mb-3 text-ink-2">{t('standIn.none')}</p>}
          {await Promise.all(
            view.absences.map(async (absence) => (
              <div key={absence.id} className="mb-3 flex flex-wrap items-center gap-3">
                {t('standIn.now', { from: formatDay(absence.from, locale), until: formatDay(absence.until, locale), standIn: absence.standIn })}
                <PostButton action={endStandInAction} hidden={await hiddenFields()} values={{ absence: absence.id }} size="sm">
                  {t('standIn.end')}
                </PostButton>
              </div>
            )),
          )}
          <Form action={standInAction} hidden={await hiddenFields()} labels={{ submit: t('standIn.set'), pending: t('lanes.giving'), errorTitle: t('act.errorTitle') }}>
            <SelectField
              name="standIn"
              label={t('standIn.who')}
              required
              placeholder={t('act.choose')}
              options={view.colleagues.map((person) => ({ value: person.id, label: person.name, group: shell(`roles.${person.role}`) }))}
            />
            <div className="form-row">
              <DateField name="from" label={t('standIn.from')} required value={view.today} />
              <DateField name="until" label={t('standIn.until')} required min={view.today} />
            </div>
          </Form>
        </Card>
      )}
    </>
  );
}
