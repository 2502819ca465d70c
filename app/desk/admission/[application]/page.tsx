import type { Metadata } from 'next';
import { SubjectFiles } from '@/app/_server/files';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { happenings } from '@/app/_server/timeline';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { DateField, TextareaField, TextField } from '@/components/form/text-fields';
import { applicationFacts } from '@/components/lifecycle/application-fields';
import { ApplicationStatePill } from '@/components/lifecycle/application-state';
import { SummaryPill, VerdictTable } from '@/components/lifecycle/verdict-table';
import { FileLayout } from '@/components/page/file-layout';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { DefinitionList } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { Timeline } from '@/components/ui/timeline';
import { timelineOf } from '@/lib/audit/queries';
import { listCarriers } from '@/lib/companies/queries/carriers';
import { listFiles } from '@/lib/files/queries';
import { membershipOf } from '@/lib/kernel/actor';
import { dayOf } from '@/lib/kernel/dates';
import { maskPhone } from '@/lib/kernel/phone';
import { found, NotFoundError } from '@/lib/kernel/errors';
import { applicationActs, summary } from '@/lib/lifecycle/admission';
import { canDecideAdmission, canDo, canReviewApplications } from '@/lib/lifecycle/policy';
import { assess, getApplication } from '@/lib/lifecycle/queries/admission';
import { acceptApplicationAction, letWaitAction, meetConditionAction, refuseApplicationAction, returnApplicationAction, scoreApplicationAction, withdrawFiledAction } from '../actions';
import { AdmitForm, SayForm } from './decide';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('admission'))('title') };
}

export default async function ApplicationPage({ params }: { params: Promise<{ application: string }> }) {
  const { application: id } = await params;
  const { application, files, assessed, carriers, happened, acts, decides, handles, me, today } = await read(businessAndAuditor, async (ctx) => {
    const row = found(await getApplication(ctx, id));
    // What an applicant is still writing isn't the desk's to read.
    if (row.state === 'draft' && row.personId !== null) throw new NotFoundError();
    return {
      application: row,
      files: await listFiles(ctx, { type: 'application', id: row.id }),
      assessed: await assess(ctx, row, dayOf(ctx.now)),
      carriers: await listCarriers(ctx),
      happened: await timelineOf(ctx, { subject: { type: 'application', id: row.id } }, 20),
      acts: applicationActs.filter((act) => canDo(ctx.actor, act, row)),
      decides: canDecideAdmission(ctx.actor),
      // Whoever doesn't handle it has no use for the number.
      handles: canReviewApplications(ctx.actor),
      me: membershipOf(ctx.actor),
      today: dayOf(ctx.now),
    };
  });
  const [t, road, list, shell, companies, locale] = [await getT('admission'), await getT('road'), await getT('list'), await getT('shell'), await getT('companies'), await getLocale()];
  const { reviews, rubric, score, versions } = assessed;
  const mine = reviews.find((one) => one.membershipId === me);
  const may = (act: (typeof applicationActs)[number]) => acts.includes(act);
  const here = `/desk/admission/${application.id}`;

  const side = (
    <>
      {application.companyId !== null && (
        <Card title={t('act.company')}>
          <a className="link" href={`/desk/companies/${application.companyId}`}>
            {application.company}
          </a>
        </Card>
      )}
      {may('return') && <SayForm id={application.id} action={returnApplicationAction} label={t('act.return')} field={t('act.said')} />}
      {may('wait') && <SayForm id={application.id} action={letWaitAction} label={t('act.wait')} field={t('act.waitSaid')} />}
      {may('refuse') && <SayForm id={application.id} action={refuseApplicationAction} label={t('act.refuse')} field={t('act.refuseSaid')} grave />}
      <Card title={companies('recently')} body="bare">
        <Timeline items={happenings(locale, happened)} empty={companies('nothingYet')} />
      </Card>
    </>
  );

  return (
    <>
      <PageHead
        file
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/admission' }] }}
        title={application.name === '' ? t('states.draft') : application.name}
        state={<ApplicationStatePill state={application.state} label={t(`states.${application.state}`)} />}
        meta={application.number === null ? undefined : t('apply.number', { number: application.number })}
        actions={
          <>
            {may('edit') && <LinkButton href={`${here}/edit`}>{companies('edit')}</LinkButton>}
            {may('withdraw') && (
              <ConfirmButton action={withdrawFiledAction} hidden={await hiddenFields()} values={{ application: application.id }} question={{ title: t('draft.discardAsk'), text: t('draft.discardText'), yes: t('draft.discard'), no: shell('form.cancel'), danger: true }}>
                {t('draft.discard')}
              </ConfirmButton>
            )}
            {may('accept') && (
              <ConfirmButton action={acceptApplicationAction} hidden={await hiddenFields()} values={{ application: application.id }} variant="primary" question={{ title: t('act.acceptAsk'), text: t('act.acceptText'), yes: t('act.accept'), no: shell('form.cancel') }}>
                {t('act.accept')}
              </ConfirmButton>
            )}
            {may('admit') && (
              <LinkButton href="#admit" variant="primary">
                {t('act.admit')}
              </LinkButton>
            )}
          </>
        }
      />
      <FileLayout side={side} sideLabel={companies('sideLabel')}>
        {application.said !== '' && <Notice tone="due">{application.said}</Notice>}
        {application.conditionDueOn !== null && (
          <Card title={t('act.condition')} now={application.conditionMetOn !== null ? true : application.conditionDueOn < today ? 'late' : 'due'}>
            <p className="mb-3">{t('apply.condition', { text: application.conditionText, day: application.conditionDueOn })}</p>
            {application.conditionMetOn !== null ? (
              <p>{`${t('act.metOn')} ${application.conditionMetOn}`}</p>
            ) : (
              decides && (
                <Form action={meetConditionAction} hidden={await hiddenFields()} labels={await formLabels(t('act.meet'), { leave: false })}>
                  <HiddenInputs more={{ application: application.id }} />
                  <DateField name="metOn" label={t('act.metOn')} required value={today} />
                </Form>
              )
            )}
          </Card>
        )}
        <Card title={application.name === '' ? t('states.draft') : application.name}>
          <DefinitionList columns={2} facts={applicationFacts(handles ? application.typed : { ...application.typed, contactPhone: maskPhone(application.typed.contactPhone ?? '') }, t, road, list('missing'))} />
        </Card>
        <Card title={t('parts.files')}>
          <SubjectFiles subject={{ type: 'application', id: application.id }} files={files} mayAdd={may('edit')} mayRemove={may('edit')} path={here} />
        </Card>
        {application.verdict !== null && application.verdict.length > 0 && (
          <Card title={t('verdict.kept')} aside={<SummaryPill result={summary(application.verdict)} t={t} />} body="bare" {...(application.decidedAt === null ? {} : { note: t('act.decided', { name: application.decidedByName, at: application.decidedAt }) })}>
            <VerdictTable verdicts={application.verdict} t={t} caption={t('verdict.kept')} />
          </Card>
        )}
        {application.decidedAt === null &&
          versions.map((version) => (
            <Card
              key={version.id}
              title={version.name}
              note={[t(version.isNow ? 'verdict.now' : 'verdict.old'), t('verdict.from', { day: version.effectiveFrom }), version.source].filter(Boolean).join(' · ')}
              aside={<SummaryPill result={summary(version.verdicts)} t={t} />}
              body="bare"
              now={version.isNow}
            >
              <VerdictTable verdicts={version.verdicts} t={t} caption={version.name} />
            </Card>
          ))}
        <Card title={t('review.title')} body="rows" aside={score === null ? undefined : <span className="num">{t('review.average', { score })}</span>}>
          {reviews.length === 0 && <p className="row text-ink-2">{t('review.none')}</p>}
          {reviews.map((one) => (
            <div key={one.membershipId} className="row">
              <span>
                {one.reviewer}
                <Sub>{one.words}</Sub>
                <Sub>{(rubric?.criteria ?? []).map((criterion) => `${criterion.title} ${one.scores[criterion.key] ?? list('missing')}/${criterion.points}`).join(' · ')}</Sub>
              </span>
              <span className="num">{t('review.total', { total: one.total })}</span>
            </div>
          ))}
        </Card>
        {may('score') && rubric !== null && (
          <Card title={t('review.mine')} id="score" note={rubric.name}>
            <Form action={scoreApplicationAction} hidden={await hiddenFields()} labels={await formLabels(t('review.submit'), { leave: false })} wide>
              <HiddenInputs more={{ application: application.id }} />
              {rubric.criteria.map((criterion) => (
                <TextField
                  key={criterion.key}
                  name={`points_${criterion.key}`}
                  label={t('review.criterion', { title: criterion.title, points: criterion.points })}
                  inputMode="numeric"
                  maxLength={3}
                  required
                  value={mine === undefined ? undefined : String(mine.scores[criterion.key] ?? '')}
                />
              ))}
              <TextareaField name="words" label={t('review.words')} required rows={3} maxLength={2_000} value={mine?.words} />
            </Form>
          </Card>
        )}
        {may('admit') && <AdmitForm id={application.id} today={today} area={application.typed.area} carriers={carriers} judged={versions.some((version) => version.isNow)} />}
      </FileLayout>
    </>
  );
}
