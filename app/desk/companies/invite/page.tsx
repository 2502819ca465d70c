import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { business } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Checkbox } from '@/components/ui/inputs';
import { EmptyState } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { canEditCompanies } from '@/lib/companies/policy';
import { contactsToInvite, openCompanyInvitations } from '@/lib/companies/queries/invite';
import { companiesOfSegment, getSegment } from '@/lib/companies/queries/segments';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { allow } from '@/lib/kernel/errors';
import { linkUrl } from '@/lib/kernel/tokens';
import { inviteContactsAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('companies'))('invite.title') };
}

const MOST = 200;

export default async function InvitePage({ searchParams }: { searchParams: Promise<{ segment?: string }> }) {
  const { segment: asked } = await searchParams;
  const { segment, invitees, waiting } = await read(business, async (ctx) => {
    allow(canEditCompanies(ctx.actor));
    const one = typeof asked === 'string' ? await getSegment(ctx, asked) : null;
    return { segment: one, invitees: await contactsToInvite(ctx, MOST, one === null ? undefined : await companiesOfSegment(ctx, one.id)), waiting: await openCompanyInvitations(ctx, MOST) };
  });
  const [t, shell, locale] = [await getT('companies'), await getT('shell'), await getLocale()];
  const said = (one: (typeof waiting)[number]) => t('invite.say', { name: one.name, company: one.company, url: linkUrl('invitation', one.id), day: formatDay(dayOf(one.expiresAt), locale) });
  return (
    <>
      <PageHead
        title={t('invite.title')}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/companies' }, { label: t('invite.title') }] }}
        meta={segment === null ? t('invite.note') : (await getT('segments'))('only', { name: segment.name })}
      />
      <div className="grid gap-4">
        {waiting.length > 0 && (
          <Card
            title={t('invite.waiting', { count: waiting.length })}
            body="rows"
            aside={
              <CopyButton size="sm" text={waiting.map(said).join('\n\n')} copied={t('invite.copied')} failed={t('invite.copyFailed')}>
                {t('invite.copyAll')}
              </CopyButton>
            }
          >
            {waiting.map((one) => (
              <div key={one.id} className="row">
                <span>
                  <a className="link" href={`/desk/companies/${one.companyId}/people`}>
                    {one.company}
                  </a>
                  <Sub>{t('invite.until', { name: one.name, day: formatDay(dayOf(one.expiresAt), locale) })}</Sub>
                </span>
                <CopyButton size="sm" text={said(one)} copied={t('invite.copied')} failed={t('invite.copyFailed')}>
                  {t('invite.copy')}
                </CopyButton>
              </div>
            ))}
          </Card>
        )}
        {invitees.length === 0 ? (
          <EmptyState title={t('invite.none')}>{t('invite.noneText')}</EmptyState>
        ) : (
          <Card title={t('invite.choose', { count: invitees.length })}>
            <Form wide action={inviteContactsAction} hidden={await hiddenFields()} labels={await formLabels(t('invite.submit'), { leave: false })}>
              <fieldset>
                <legend className="sr-only">{t('invite.title')}</legend>
                <div className="grid gap-x-4 sm:grid-cols-2 xl:grid-cols-3">
                  {invitees.map((one) => (
                    <Checkbox key={one.contact} name="contacts[]" value={one.contact} defaultChecked>
                      {one.companyName}
                      <span className="choice-note num">
                        {one.name} · {one.phone}
                      </span>
                    </Checkbox>
                  ))}
                </div>
              </fieldset>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
