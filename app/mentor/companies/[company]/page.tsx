import type { Metadata } from 'next';
import { mentor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { VisitLine } from '@/components/mentoring/visit-parts';
import { BottomBar } from '@/components/page/mentor-frame';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card, CardRow } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/facts';
import { assignmentsOf, contactsOf, getCompany } from '@/lib/companies/queries/file';
import { found } from '@/lib/kernel/errors';
import { getMyCompany } from '@/lib/mentoring/queries/mentors';
import { listRecentVisits } from '@/lib/mentoring/queries/visits';
import { ContactPill } from '../../company-line';

interface Props {
  params: Promise<{ company: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('company.facts') };
}

const HISTORY = 20;

export default async function MentoredCompanyPage({ params }: Props) {
  const { company: id } = await params;
  const { mine, company, contacts, trio, visits } = await read(mentor, async (ctx) => {
    const company = found(await getCompany(ctx, id));
    return {
      company,
      mine: found(await getMyCompany(ctx, company.id)),
      contacts: await contactsOf(ctx, company.id),
      trio: (await assignmentsOf(ctx, company.id)).filter((one) => one.untilOn === null && one.role !== 'mentor'),
      visits: await listRecentVisits(ctx, company.id, HISTORY),
    };
  });
  const [t, locale] = [await getT('mentoring'), await getLocale()];
  const facts = [
    { label: t('company.room'), value: company.room },
    { label: t('company.address'), value: company.address },
    { label: t('company.industry'), value: company.industry },
    { label: t('company.legal'), value: company.legalRepresentative },
    { label: t('company.since'), value: mine.fromOn },
  ];
  return (
    <>
      <PageHead title={company.name} state={mine.assignedNow ? <ContactPill t={t} company={mine} /> : undefined} meta={mine.assignedNow ? undefined : t('home.until', { day: mine.untilOn ?? '' })} />
      <div className="grid gap-3">
        <Card title={t('company.facts')}>
          <DefinitionList facts={facts.map(({ label, value }) => ({ label, value: value ?? t('desk.none') }))} />
        </Card>
        {contacts.length > 0 && (
          <Card title={t('company.contacts')} body="rows">
            {contacts.map((contact) => (
              <CardRow key={contact.id} label={contact.title === '' ? contact.name : `${contact.name} · ${contact.title}`}>
                <span className="num">{contact.phone ?? t('desk.none')}</span>
              </CardRow>
            ))}
          </Card>
        )}
        {trio.length > 0 && (
          <Card title={t('company.trio')} body="rows">
            {trio.map((one) => (
              <CardRow key={one.membershipId} label={t(`company.${one.role}`)}>
                {one.name}
              </CardRow>
            ))}
          </Card>
        )}
        <Card title={t('company.visits')} body="rows">
          {visits.length === 0 && <p className="px-(--pad) py-3 text-ink-2">{t('company.none')}</p>}
          {visits.map((visit) => (
            <VisitLine key={visit.id} t={t} locale={locale} visit={visit} lead={visit.mentor} href={`/mentor/visits/${visit.id}`} />
          ))}
        </Card>
      </div>
      {mine.assignedNow && (
        <BottomBar>
          <LinkButton href={`/mentor/visits/new?company=${company.id}`} variant="primary" size="touch">
            {t('home.record')}
          </LinkButton>
        </BottomBar>
      )}
    </>
  );
}
