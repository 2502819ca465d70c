import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { RadioField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { HiddenInputs, PostButton } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import { SelectField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { consentScenes, dueToErase, erasureReasons } from '@/lib/companies/personal';
import { canEditContacts, canErasePersons } from '@/lib/companies/policy';
import { getPersonal } from '@/lib/companies/queries/personal';
import { formatMoment } from '@/lib/kernel/date-text';
import { allow, found } from '@/lib/kernel/errors';
import { erasePersonAction, giveConsentAction, withdrawConsentAction } from '../../../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('privacy'))('person') };
}

/** What is held about one contact, what they agreed to, and the way to take it along or have it deleted. */
export default async function PersonalPage({ params }: { params: Promise<{ company: string; contact: string }> }) {
  const { company: companyId, contact: contactId } = await params;
  const { contact, consents, traces, may } = await read(clerks, async (ctx) => {
    const one = found(await getPersonal(ctx, contactId));
    allow(canEditContacts(ctx.actor, companyId));
    return { ...one, may: { erase: canErasePersons(ctx.actor) } };
  });
  const [t, shell, companies, locale] = [await getT('privacy'), await getT('shell'), await getT('companies'), await getLocale()];
  const file = `/desk/companies/${contact.companyId}`;
  const places = new Map<string, number>();
  for (const { table } of traces) places.set(table, (places.get(table) ?? 0) + 1);
  const due = dueToErase(contact.leftOn);
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const one of consents) keys.set(one.id, await hiddenFields());
  const where = (table: string) => t(t.has(`tables.${table}`) ? `tables.${table}` : 'tables.other');
  return (
    <>
      <PageHead
        title={t('person')}
        crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: '/desk/companies' }, { label: contact.company, href: file }, { label: contact.name, href: `${file}/contacts/${contact.id}` }, { label: t('person') }] }}
        actions={
          may.erase && (
            <>
              <LinkButton href={`/api/exports/personal/${contact.id}`} download>
                {t('takeJson')}
              </LinkButton>
              <LinkButton href={`/api/exports/personal/${contact.id}?format=xlsx`} download>
                {t('takeXlsx')}
              </LinkButton>
            </>
          )
        }
      />
      <div className="grid gap-4">
        {due !== null && <Notice tone="due" title={t('dueFrom', { day: due })} />}
        <Card title={t('held')} note={t('heldNote')} body="rows">
          {[...places].map(([table, many]) => (
            <p key={table} className="row">
              <span>{where(table)}</span>
              <span className="num text-ink-2">{t('rows', { count: many })}</span>
            </p>
          ))}
        </Card>
        <Card title={t('consents')} note={t('consentsNote')} body="rows">
          {consents.length === 0 && <p className="row text-ink-2">{t('noConsent')}</p>}
          {consents.map((one) => (
            <div key={one.id} className="row">
              <span>
                {t(`scenes.${one.scene}`)}
                <Sub>
                  {t('version', { version: one.version })} · {formatMoment(one.givenAt, locale)}
                </Sub>
              </span>
              {one.withdrawnAt === null ? (
                <PostButton action={withdrawConsentAction} hidden={keys.get(one.id)} values={{ consent: one.id }} size="sm">
                  {t('withdraw')}
                </PostButton>
              ) : (
                <StatePill tone="neutral">{t('withdrawn', { at: formatMoment(one.withdrawnAt, locale) })}</StatePill>
              )}
            </div>
          ))}
        </Card>
        <Card title={t('agree')} id="agree">
          <Form action={giveConsentAction} hidden={await hiddenFields()} labels={await formLabels(t('agreeAct'), { leave: false })}>
            <HiddenInputs more={{ contact: contact.id }} />
            <SelectField name="scene" label={t('scene')} required placeholder={companies('choose')} options={consentScenes.map((value) => ({ value, label: t(`scenes.${value}`) }))} />
          </Form>
        </Card>
        {may.erase && (
          <Card title={t('erase')} note={t('eraseNote')} id="erase">
            <Form action={erasePersonAction} hidden={await hiddenFields()} labels={await formLabels(t('erase'), { leave: false })} footer={<SubmitButton variant="danger">{t('erase')}</SubmitButton>}>
              <HiddenInputs more={{ contact: contact.id }} />
              <RadioField name="reason" label={t('reason')} required options={erasureReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))} />
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
