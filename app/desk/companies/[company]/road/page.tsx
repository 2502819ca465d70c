import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CountdownPill } from '@/components/companies/countdown';
import { GrowthCard } from '@/components/companies/growth-card';
import { RoadTable } from '@/components/companies/road-table';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { DateField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { FileLayout } from '@/components/page/file-layout';
import { Button, LinkButton } from '@/components/ui/button';
import { Card, CardRow } from '@/components/ui/card';
import { Label } from '@/components/ui/field';
import { DateInput } from '@/components/ui/inputs';
import { canEnterExtension, canExtendTerm, canMoveCompany } from '@/lib/companies/policy';
import { listCarriers } from '@/lib/companies/queries/carriers';
import { getCompany } from '@/lib/companies/queries/file';
import { growthOfCompany } from '@/lib/companies/queries/growth';
import { roadOfCompany } from '@/lib/companies/queries/road';
import { standingOn, termMonths } from '@/lib/companies/road';
import { canDecideGraduation } from '@/lib/lifecycle/policy';
import { requestsBehindRoad } from '@/lib/service-desk/queries/file';
import { isDay } from '@/lib/kernel/dates';
import type { SearchParams } from '@/lib/kernel/list-params';
import { CompanyHead, loadHead } from '../frame';
import { enterExtensionAction, extendTermAction, moveCompanyAction } from './actions';

const linked = (request: { id: string; number: string } | undefined) => (request === undefined ? undefined : { number: request.number, href: `/desk/requests/${request.id}` });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('road'))('title') };
}

export default async function CompanyRoadPage({ params, searchParams }: { params: Promise<{ company: string }>; searchParams: Promise<SearchParams> }) {
  const { company: id } = await params;
  const asked = (await searchParams).on;
  const { head, road, requests, years, carriers, may } = await read(businessAndAuditor, async (ctx) => ({
    head: await loadHead(ctx, id),
    road: await roadOfCompany(ctx, id),
    requests: await requestsBehindRoad(ctx, id),
    years: await growthOfCompany(ctx, { id, area: (await getCompany(ctx, id))?.area ?? null }),
    carriers: await listCarriers(ctx),
    may: { move: canMoveCompany(ctx.actor), extend: canExtendTerm(ctx.actor), enter: canEnterExtension(ctx.actor), leave: canDecideGraduation(ctx.actor) },
  }));
  const [t, list, companies, graduation] = [await getT('road'), await getT('list'), await getT('companies'), await getT('graduation')];
  const { company, today } = head;
  const here = `/desk/companies/${company.id}/road`;
  const day = typeof asked === 'string' && isDay(asked) ? asked : today;
  const standing = standingOn(road.filter((step) => step.struckAt === null), day);
  const carrierThen = carriers.find((one) => one.id === standing.carrierId);
  const isHere = company.state === 'incubating';

  const side = (
    <>
      {isHere && (
        <Card title={t('card.title')} body="rows" aside={company.dueOn === null ? undefined : <CountdownPill due={company.dueOn} today={today} t={t} />}>
          {company.dueOn === null ? (
            <p className="row text-ink-2">{t('card.none')}</p>
          ) : (
            <CardRow label={t('card.due')}>
              <span className="num">{company.dueOn}</span> {company.extendedUntil === null ? t('card.months', { months: termMonths(company) }) : t('card.extended')}
            </CardRow>
          )}
        </Card>
      )}
      <Card title={t('asOf.title')}>
        <form method="get" action={here} className="grid gap-3">
          <div>
            <Label htmlFor="on">{t('asOf.day')}</Label>
            <DateInput id="on" name="on" defaultValue={day} />
          </div>
          <div>
            <Button type="submit">{t('asOf.show')}</Button>
          </div>
          <p aria-live="polite">
            {t('asOf.answer', { day, stage: t(`stages.${standing.stage}`) })}
            {carrierThen !== undefined && standing.stage === 'incubating' && <span className="sub">{t('asOf.place', { carrier: carrierThen.name })}</span>}
          </p>
        </form>
      </Card>
      {may.extend && isHere && (
        <Card title={t('extend.title')} note={t('extend.note')} id="extend">
          <Form action={extendTermAction} hidden={await hiddenFields()} labels={await formLabels(t('extend.submit'))}>
            <HiddenInputs more={{ company: company.id }} />
            <DateField name="untilOn" label={t('extend.until')} required />
            <TextareaField name="reason" label={t('reason')} required rows={2} maxLength={500} />
          </Form>
        </Card>
      )}
      {may.enter && company.admittedOn !== null && (
        <Card title={t('enter.title')} note={t('enter.note')} id="enter-extension">
          <Form action={enterExtensionAction} hidden={await hiddenFields()} labels={await formLabels(t('enter.submit'))}>
            <HiddenInputs more={{ company: company.id }} />
            <DateField name="onDay" label={t('enter.day')} required />
            <DateField name="untilOn" label={t('extend.until')} required />
            <TextField name="paper" label={t('enter.paper')} hint={t('enter.paperHint')} maxLength={80} />
            <TextareaField name="reason" label={t('reason')} required rows={2} maxLength={500} />
          </Form>
        </Card>
      )}
    </>
  );

  return (
    <>
      <CompanyHead
        head={head}
        tab="road"
        actions={
          isHere && (
            <>
              <LinkButton href={`/desk/companies/${company.id}/graduate`} variant="primary">
                {graduation('title')}
              </LinkButton>
              {may.leave && <LinkButton href={`/desk/companies/${company.id}/leave`}>{graduation('leave.title')}</LinkButton>}
            </>
          )
        }
      />
      <FileLayout side={side} sideLabel={t('card.title')}>
        <p className="mb-3 text-sm text-ink-2">{t('note')}</p>
        <RoadTable rows={road.map((row) => ({ ...row, request: linked(requests.get(row.id)) }))} t={t} missing={list('missing')} href={(row) => `${here}/${row.id}`} />
        <div className="mt-4">
          <GrowthCard years={years} name={company.name} t={graduation} road={t} missing={list('missing')} />
        </div>
        {may.move && (isHere || company.state === 'graduated') && (
          <div className="mt-4">
            <Card title={t('move.title')} id="move">
              <Form action={moveCompanyAction} hidden={await hiddenFields()} labels={await formLabels(t('move.submit'))} wide>
                <HiddenInputs more={{ company: company.id }} />
                <div className="form-row">
                  <SelectField
                    name="carrierId"
                    label={t('move.carrier')}
                    required
                    placeholder={companies('choose')}
                    options={carriers.filter((one) => one.closedOn === null).map((one) => ({ value: one.id, label: one.name }))}
                    value={company.carrierId ?? undefined}
                  />
                  <DateField name="onDay" label={t('move.day')} required value={today} />
                </div>
                <div className="form-row">
                  <TextField name="room" label={t('move.room')} maxLength={50} />
                  <TextField name="area" label={t('move.area')} unit={companies('unit.area')} inputMode="decimal" />
                </div>
                <TextareaField name="reason" label={t('reason')} required rows={2} maxLength={500} />
              </Form>
            </Card>
          </div>
        )}
      </FileLayout>
    </>
  );
}
