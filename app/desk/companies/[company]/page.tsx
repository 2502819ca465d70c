import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { happenings } from '@/app/_server/timeline';
import { CompanyFacts } from '@/components/companies/facts';
import { FileLayout } from '@/components/page/file-layout';
import { LinkButton } from '@/components/ui/button';
import { Card, CardRow } from '@/components/ui/card';
import { Pill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { Timeline } from '@/components/ui/timeline';
import { timelineOf } from '@/lib/audit/queries';
import { trioRoles } from '@/lib/companies/inputs';
import { canAssignTrio, canMergeCompanies, canReveal } from '@/lib/companies/policy';
import { mergedInto, mergesOf } from '@/lib/companies/queries/merges';
import { ownOf } from '@/lib/companies/queries/fields';
import { assignmentsOf, contactsOf, type ContactView, getCompany } from '@/lib/companies/queries/file';
import { readAs } from '@/app/_server/context';
import { getSession } from '@/app/_server/session';
import { requestsOfCompany } from '@/lib/service-desk/queries/list';
import { Glance, glanceAt } from './glance';
import { Merges } from '../merges';
import { OwnFacts } from '../own-fields';
import type { Ctx } from '@/lib/kernel/context';
import { CompanyHead, loadHead } from './frame';

type Props = { params: Promise<{ company: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { company: id } = await params;
  const session = await getSession();
  const company = session === null ? null : await readAs(session.actor, (ctx) => getCompany(ctx, id));
  return { title: company?.name ?? (await getT('companies'))('title') };
}

/** The address of a file that was merged into another leads to that one. */
async function standing(ctx: Ctx, id: string): Promise<string> {
  const into = await mergedInto(ctx, id);
  if (into !== null) redirect(`/desk/companies/${into}`);
  return id;
}

export default async function CompanyPage({ params }: Props) {
  const { company: id } = await params;
  const { head, merges, now, contacts, own, trio, happened, requests, glance, may } = await read(businessAndAuditor, async (ctx) => ({
    head: await loadHead(ctx, await standing(ctx, id)),
    merges: await mergesOf(ctx, id),
    now: ctx.now,
    contacts: await contactsOf(ctx, id),
    own: await ownOf(ctx, id),
    trio: (await assignmentsOf(ctx, id)).filter((one) => one.untilOn === null),
    happened: await timelineOf(ctx, { companyId: id }, 8),
    requests: (await requestsOfCompany(ctx, id, 5)).rows,
    glance: await glanceAt(ctx, id),
    may: { merge: canMergeCompanies(ctx.actor), assign: canAssignTrio(ctx.actor), reveal: canReveal(ctx.actor) },
  }));
  const [t, list, desk, locale] = [await getT('companies'), await getT('list'), await getT('service-desk'), await getLocale()];
  const { company } = head;
  const file = `/desk/companies/${company.id}`;

  const contactLine = (contact: ContactView) => (
    <div key={contact.id} className="row">
      <span>
        {contact.name}
        {contact.isPrimary && (
          <>
            {' '}
            <Pill>{t('contact.primary')}</Pill>
          </>
        )}
        {contact.title !== '' && <Sub>{contact.title}</Sub>}
      </span>
      <span className="text-right">
        <span className="num">{contact.phone ?? list('missing')}</span>
        {contact.email !== null && <Sub>{contact.email}</Sub>}
        {(head.mayEdit || (may.reveal && contact.phone !== null && !contact.inFull)) && (
          <Sub>
            <a className="link" href={`${file}/contacts/${contact.id}`}>
              {head.mayEdit ? t('contact.open') : t('contact.reveal')}
            </a>
          </Sub>
        )}
      </span>
    </div>
  );

  const side = (
    <>
      <Card
        title={t('trio.card')}
        body="rows"
        aside={
          may.assign && (
            <a className="link text-sm" href={`${file}/people`}>
              {t('trio.change')}
            </a>
          )
        }
      >
        {trioRoles.map((role) => {
          const now = trio.find((one) => one.role === role);
          return (
            <CardRow key={role} label={t(`trio.${role}`)}>
              {now === undefined ? <span className="text-due">{t('nobody')}</span> : t('trio.since', { name: now.name, day: now.fromOn })}
            </CardRow>
          );
        })}
      </Card>
      <Card
        title={t('contact.title')}
        body="rows"
        aside={
          head.mayEdit && (
            <a className="link text-sm" href={`${file}/contacts/new`}>
              {t('contact.add')}
            </a>
          )
        }
      >
        {contacts.length === 0 ? <p className="row text-ink-2">{t('contact.none')}</p> : contacts.map(contactLine)}
      </Card>
      <Card
        title={t('recently')}
        body="bare"
        aside={
          <a className="link text-sm" href={`${file}/history`}>
            {t('all')}
          </a>
        }
      >
        <Timeline items={happenings(locale, happened)} empty={t('nothingYet')} />
      </Card>
    </>
  );

  return (
    <>
      <CompanyHead head={head} tab="overview" />
      <Merges merges={merges} may={may.merge} now={now} />
      <Glance company={company} trio={trio} glance={glance} today={head.today} />
      <FileLayout side={side} sideLabel={t('sideLabel')}>
        <Card title={t('register')} id="register">
          <CompanyFacts company={company} t={t} missing={list('missing')} />
          {company.tags.length > 0 && (
            <p className="mt-3 flex flex-wrap gap-1.5">
              {company.tags.map((tag) => (
                <a key={tag} href={`/desk/companies?tag=${encodeURIComponent(tag)}`}>
                  <Pill>{tag}</Pill>
                </a>
              ))}
            </p>
          )}
          {company.note !== null && <p className="mt-3 whitespace-pre-line text-ink-2">{company.note}</p>}
        </Card>
        <OwnFacts {...own} />
        <Card
          title={t('requests.title')}
          body="rows"
          aside={
            <a className="link text-sm" href={`/desk/requests?company=${company.id}&show=all`}>
              {t('all')}
            </a>
          }
        >
          {requests.length === 0 ? (
            <p className="row text-ink-2">{t('requests.none')}</p>
          ) : (
            requests.map((request) => (
              <a key={request.id} className="row" href={`/desk/requests/${request.id}`}>
                <span>
                  {request.title}
                  <Sub>
                    <span className="num">{request.number ?? ''}</span>
                  </Sub>
                </span>
                <span className="text-ink-2">{desk(`states.${request.state}`)}</span>
              </a>
            ))
          )}
        </Card>
        {company.updatedBy !== null && (
          <p className="mt-3 text-sm text-ink-2">{t('updatedBy', { name: company.updatedBy, at: company.updatedAt })}</p>
        )}
        {may.merge && (
          <p className="mt-2 text-sm">
            <a className="link" href={`${file}/merge`}>
              {(await getT('merge'))('act')}
            </a>
          </p>
        )}
        {head.mayEdit && company.creditCode === null && (
          <p className="mt-2">
            <LinkButton size="sm" href={`${file}/edit`}>
              {t('addCode')}
            </LinkButton>
          </p>
        )}
      </FileLayout>
    </>
  );
}
