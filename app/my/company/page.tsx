import type { Metadata } from 'next';
import { SubjectFiles } from '@/app/_server/files';
import { company as companyGate } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { happenings } from '@/app/_server/timeline';
import { CompanyFacts } from '@/components/companies/facts';
import { GrowthCard } from '@/components/companies/growth-card';
import { RoadTable } from '@/components/companies/road-table';
import { CompanyStatePill } from '@/components/companies/state';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card, CardRow } from '@/components/ui/card';
import { Pill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { Timeline } from '@/components/ui/timeline';
import { timelineOf } from '@/lib/audit/queries';
import { trioRoles } from '@/lib/companies/inputs';
import { assignmentsOf, contactsOf, getCompany } from '@/lib/companies/queries/file';
import { growthOfCompany } from '@/lib/companies/queries/growth';
import { roadOfCompany } from '@/lib/companies/queries/road';
import { listFiles } from '@/lib/files/queries';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { found } from '@/lib/kernel/errors';
import { requestsBehindRoad } from '@/lib/service-desk/queries/file';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('my.title') };
}

/** What the center keeps about the company, for the company itself: its contacts are its own to edit. */
export default async function MyCompanyPage() {
  const { company, contacts, trio, files, steps, requests, years, happened } = await read(companyGate, async (ctx) => {
    const id = isCompanyPerson(ctx.actor) ? ctx.actor.companyId : '';
    return {
      company: found(await getCompany(ctx, id)),
      contacts: await contactsOf(ctx, id, true),
      trio: (await assignmentsOf(ctx, id)).filter((one) => one.untilOn === null),
      files: await listFiles(ctx, { type: 'company', id }),
      steps: await roadOfCompany(ctx, id),
      requests: await requestsBehindRoad(ctx, id),
      years: await growthOfCompany(ctx, { id, area: (await getCompany(ctx, id))?.area ?? null }),
      happened: await timelineOf(ctx, { companyId: id }, 8),
    };
  });
  const [t, list, road, locale] = [await getT('companies'), await getT('list'), await getT('road'), await getLocale()];
  const graduation = await getT('graduation');
  const walked = steps
    .filter((step) => step.struckAt === null)
    .map((step) => {
      const request = requests.get(step.id);
      return { ...step, request: request === undefined ? undefined : { number: request.number, href: `/my/requests/${request.id}` } };
    });
  return (
    <>
      <PageHead title={company.name} state={<CompanyStatePill state={company.state} label={t(`states.${company.state}`)} />} meta={t('my.note')}
        actions={
          <>
            <LinkButton href="/my/company/profile">{t('tabs.profile')}</LinkButton>
            <LinkButton href="/my/company/facts">{t('tabs.facts')}</LinkButton>
            <LinkButton href="/my/company/ip">{t('tabs.ip')}</LinkButton>
          </>
        }
      />
      <div className="grid gap-4">
        <Card title={t('register')}>
          <CompanyFacts company={company} t={t} missing={list('missing')} />
        </Card>
        <Card title={road('title')} body="bare">
          <RoadTable rows={walked} t={road} missing={list('missing')} />
        </Card>
        <GrowthCard years={years} name={company.name} t={graduation} road={road} missing={list('missing')} />
        <Card title={t('my.trio')} body="rows">
          {trioRoles.map((role) => {
            const now = trio.find((one) => one.role === role);
            return (
              <CardRow key={role} label={t(`trio.${role}`)}>
                {now === undefined ? list('missing') : t('trio.since', { name: now.name, day: now.fromOn })}
              </CardRow>
            );
          })}
        </Card>
        <Card
          title={t('contact.title')}
          body="rows"
          aside={
            <LinkButton size="sm" href="/my/company/contacts/new">
              {t('contact.add')}
            </LinkButton>
          }
        >
          {contacts.length === 0 ? (
            <p className="row text-ink-2">{t('contact.none')}</p>
          ) : (
            contacts.map((contact) => (
              <a key={contact.id} className="row" href={`/my/company/contacts/${contact.id}`}>
                <span>
                  {contact.name} {contact.isPrimary && <Pill>{t('contact.primary')}</Pill>}
                  {contact.title !== '' && <Sub>{contact.title}</Sub>}
                </span>
                <span className="text-right">
                  <span className="num">{contact.phone ?? list('missing')}</span>
                  {contact.email !== null && <Sub>{contact.email}</Sub>}
                </span>
              </a>
            ))
          )}
        </Card>
        <Card title={t('files.title')}>
          <SubjectFiles subject={{ type: 'company', id: company.id }} files={files} mayAdd={false} mayRemove={false} path="/my/company" />
        </Card>
        <Card title={t('recently')} body="bare">
          <Timeline items={happenings(locale, happened)} empty={t('nothingYet')} />
        </Card>
      </div>
    </>
  );
}
