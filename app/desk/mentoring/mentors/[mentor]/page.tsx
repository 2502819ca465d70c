import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { DateField, SelectField, TextField } from '@/components/form/text-fields';
import { VisitLine } from '@/components/mentoring/visit-parts';
import { FileLayout, StatCards } from '@/components/page/file-layout';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Pill } from '@/components/ui/pill';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { mentorFields, visitList } from '@/lib/mentoring/inputs';
import { canAppointMentors } from '@/lib/mentoring/policy';
import { getMentor } from '@/lib/mentoring/queries/mentors';
import { listVisits } from '@/lib/mentoring/queries/visits';
import { CONTACT_DUE_DAYS, CONTACT_LATE_DAYS } from '@/lib/mentoring/rules';
import { appointMentorAction, endAppointmentAction } from '../actions';
import { AppointmentPill, ContactDays } from '../contact';

interface Props {
  params: Promise<{ mentor: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('desk.mentors') };
}

const RECENT = 8;

export default async function MentorPage({ params }: Props) {
  const { mentor: id } = await params;
  const { mentor, recent, mayAppoint, today } = await read(businessAndAuditor, async (ctx) => {
    const mentor = found(await getMentor(ctx, id));
    const recent = await listVisits(ctx, visitList.parse({ mentor: mentor.id }));
    return { mentor, recent, mayAppoint: canAppointMentors(ctx.actor) && mentor.endedAt === null, today: dayOf(ctx.now) };
  });
  const [t, locale] = [await getT('mentoring'), await getLocale()];
  const all = `/desk/mentoring?mentor=${mentor.id}`;
  const latest = mentor.appointments[0];
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('visit.crumbs'), items: [{ label: t('desk.mentors'), href: '/desk/mentoring/mentors' }, { label: mentor.name }] }}
        title={mentor.name}
        state={mentor.endedAt === null ? <AppointmentPill t={t} state={latest?.state ?? null} /> : <Pill>{t('mentor.left')}</Pill>}
        meta={<MetaLine items={[mentor.title, latest !== undefined && t(`mentorFields.${latest.field}`), latest?.organisation]} />}
      />
      <FileLayout
        sideLabel={t('mentor.side')}
        side={
          <>
            <Card title={t('mentor.appointments')} body="rows">
              {mentor.appointments.length === 0 && <p className="px-(--pad) py-3 text-ink-2">{t('mentor.appointmentsNone')}</p>}
              {mentor.appointments.map((one) => (
                <div key={one.id} className="px-(--pad) py-2.5">
                  <div className="flex items-center justify-between gap-2">
                    <b>{t(`mentorFields.${one.field}`)}</b>
                    <AppointmentPill t={t} state={one.state} />
                  </div>
                  <div className="num text-ink-2">
                    {one.appointedOn} – {one.endedOn ?? t('desk.noEnd')}
                    {one.organisation !== '' && ` · ${one.organisation}`}
                  </div>
                  {mayAppoint && one.state !== 'ended' && (
                    <div className="mt-2">
                      <EndButton id={one.id} />
                    </div>
                  )}
                </div>
              ))}
            </Card>
            {mayAppoint && (
              <Card title={t('appoint.title')}>
                <AppointForm membership={mentor.id} today={today} />
              </Card>
            )}
          </>
        }
      >
        <StatCards
          stats={[
            { name: t('desk.companies'), value: mentor.companies.length, unit: t('mentor.companiesUnit') },
            { name: t('mentor.year'), value: mentor.visits.thisYear, unit: t('mentor.unit'), href: `${all}&from=${today.slice(0, 4)}-01-01` },
            { name: t('mentor.total'), value: mentor.visits.total, unit: t('mentor.unit'), href: all },
            { name: t('mentor.confirmed'), value: mentor.visits.confirmed, unit: t('mentor.unit'), href: `${all}&state=confirmed` },
          ]}
        />
        <Card title={t('mentor.companies')} note={t('mentor.rule', { due: CONTACT_DUE_DAYS, late: CONTACT_LATE_DAYS })} body="rows">
          {mentor.companies.length === 0 && <p className="px-(--pad) py-3 text-ink-2">{t('mentor.companiesNone')}</p>}
          {mentor.companies.map((company) => (
            <div key={company.id} className="row items-center">
              <span>
                <a className="link" href={`/desk/companies/${company.id}`}>
                  {company.name}
                </a>{' '}
                <span className="num text-ink-3">{t('mentor.from', { day: company.fromOn })}</span>
              </span>
              <ContactDays t={t} contact={company.contact} />
            </div>
          ))}
        </Card>
        <Card
          title={t('mentor.recent')}
          aside={
            <a className="link" href={all}>
              {t('mentor.all')}
            </a>
          }
          body="rows"
        >
          {recent.rows.length === 0 && <p className="px-(--pad) py-3 text-ink-2">{t('mentor.recentNone')}</p>}
          {recent.rows.slice(0, RECENT).map((visit) => (
            <VisitLine key={visit.id} t={t} locale={locale} visit={visit} lead={visit.company} href={`/desk/mentoring/visits/${visit.id}`} />
          ))}
        </Card>
      </FileLayout>
    </>
  );
}

async function EndButton({ id }: { id: string }) {
  const t = await getT('mentoring');
  return (
    <ConfirmButton
      action={endAppointmentAction}
      hidden={await hiddenFields()}
      values={{ appointment: id }}
      question={{ title: t('appoint.endQuestion'), text: t('appoint.endText'), yes: t('appoint.yes'), no: t('appoint.no') }}
      size="sm"
    >
      {t('appoint.end')}
    </ConfirmButton>
  );
}

async function AppointForm({ membership, today }: { membership: string; today: string }) {
  const t = await getT('mentoring');
  return (
    <Form action={appointMentorAction} hidden={await hiddenFields()} labels={await formLabels(t('appoint.submit'), { leave: false })}>
      <input type="hidden" name="membership" value={membership} />
      <SelectField name="field" label={t('appoint.field')} required options={mentorFields.map((value) => ({ value, label: t(`mentorFields.${value}`) }))} />
      <TextField name="organisation" label={t('appoint.organisation')} optional={t('record.optional')} maxLength={100} />
      <DateField name="appointedOn" label={t('appoint.appointedOn')} required value={today} />
      <DateField name="endedOn" label={t('appoint.endedOn')} hint={t('appoint.endedHint')} />
    </Form>
  );
}
