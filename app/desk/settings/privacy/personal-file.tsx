import { formLabels, hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { CheckboxesField, RadioField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import { DateField, SelectField, TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { MetaLine } from '@/components/page/page-head';
import { StatePill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { consentScenes, consentWays, dueToErase, erasureReasons, type PersonKind } from '@/lib/companies/personal';
import type { getPersonal } from '@/lib/companies/queries/personal';
import { formatMoment } from '@/lib/kernel/date-text';
import { maskPhone } from '@/lib/kernel/phone';
import { erasePersonAction, giveConsentAction, withdrawConsentAction } from '../../companies/actions';

type Held = NonNullable<Awaited<ReturnType<typeof getPersonal>>>;

/** Where somebody's data is put right: with what they are known as. */
function correctedAt({ kind, id, companyId }: { kind: PersonKind; id: string; companyId: string | null }): string | null {
  switch (kind) {
    case 'contact':
      return `/desk/companies/${companyId ?? ''}/contacts/${id}`;
    case 'key':
      return `/desk/companies/${companyId ?? ''}/profile#people`;
    case 'member':
      return companyId === null ? `/desk/settings/people/${id}` : `/desk/companies/${companyId}/people`;
    case 'applicant':
      return null;
  }
}

/** As whom the person is known, apart from others of the same name. */
export async function PersonMeta({ person }: { person: Held['person'] }) {
  const [t, shell] = [await getT('privacy'), await getT('shell')];
  return <MetaLine items={[t(`kinds.${person.kind}`), person.company, person.role === null ? null : shell(`roles.${person.role}`), person.title, person.phone === null ? null : maskPhone(person.phone)]} />;
}

/** Take along what is held, or put it right. */
export async function PersonalActions({ person, mayTake }: { person: Held['person']; mayTake: boolean }) {
  const t = await getT('privacy');
  const correct = correctedAt(person);
  const take = `/api/exports/personal/${person.kind}/${person.id}`;
  return (
    <>
      {correct !== null && <LinkButton href={correct}>{t('correct')}</LinkButton>}
      {mayTake && (
        <>
          <LinkButton href={take} download>
            {t('takeJson')}
          </LinkButton>
          <LinkButton href={`${take}?format=xlsx`} download>
            {t('takeXlsx')}
          </LinkButton>
        </>
      )}
    </>
  );
}

/** What is held about one person and where, what they agreed to, what the law keeps, and the way to have the rest deleted. */
export async function PersonalFile({ held: { person, consents, mentions, namesakes, asksConsent, today, traces, kept, hindrance }, mayErase }: { held: Held; mayErase: boolean }) {
  const [t, companies, shell, errors, locale] = [await getT('privacy'), await getT('companies'), await getT('shell'), await getT('errors'), await getLocale()];
  const places = new Map<string, number>();
  for (const { table } of traces) places.set(table, (places.get(table) ?? 0) + 1);
  const due = person.kind === 'contact' ? dueToErase(person.leftOn) : null;
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const one of consents) keys.set(one.id, await hiddenFields());
  const [fresh, withdrawal] = [await hiddenFields(), await formLabels(t('withdraw'), { leave: false })];
  const whoIs = ({ kind, title, phone }: (typeof namesakes)[number]) => [t(`kinds.${kind}`), title, phone === null ? '' : maskPhone(phone)].filter((text) => text !== '');
  const where = (table: string) => t(t.has(`tables.${table}`) ? `tables.${table}` : 'tables.other');
  return (
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
      <Card title={t('lawKeeps')} note={t('lawKeepsNote')} body="rows">
        {kept.length === 0 ? (
          <p className="row text-ink-2">{t('lawKeepsNone')}</p>
        ) : (
          kept.map((number) => (
            <p key={number} className="row">
              <span className="num">{number}</span>
              <span className="text-ink-2">{t('fields.documents')}</span>
            </p>
          ))
        )}
      </Card>
      {person.consent !== null && (
        <Card title={t('consents')} body="rows">
          <p className="row">
            <span>{t('applicantConsent')}</span>
            <span className="num text-ink-2">
              {t('version', { version: person.consent.version })} · {formatMoment(person.consent.at, locale)}
            </span>
          </p>
        </Card>
      )}
      {(asksConsent || consents.length > 0) && (
        <Card title={t('consents')} note={t('consentsNote')} body="rows" id="consents">
          {consents.length === 0 && <p className="row text-ink-2">{t('noConsent')}</p>}
          {consents.map((one) => (
            <div key={one.id} className="row flex-wrap">
              <span className="min-w-0">
                {t(`scenes.${one.scene}`)}
                <Sub>{[t(`kinds.${one.personKind}`), t('version', { version: one.version }), t('agreedOn', { day: one.givenOn }), t(`ways.${one.how}`), one.evidence].filter((text) => text !== '').join(' · ')}</Sub>
              </span>
              {one.withdrawnOn === null ? (
                <Form
                  action={withdrawConsentAction}
                  hidden={keys.get(one.id) ?? fresh}
                  labels={withdrawal}
                  footer={
                    <div className="form-foot">
                      <SubmitButton variant="default" size="sm">
                        {t('withdraw')}
                      </SubmitButton>
                    </div>
                  }
                >
                  <HiddenInputs more={{ consent: one.id }} />
                  <DateField name="withdrawnOn" label={t('withdrawnAt')} value={today} max={today} min={one.givenOn} />
                </Form>
              ) : (
                <StatePill tone="neutral">{t('withdrawn', { at: one.withdrawnOn })}</StatePill>
              )}
            </div>
          ))}
        </Card>
      )}
      {asksConsent && (
        <Card title={t('agree')} id="agree">
          <Form action={giveConsentAction} hidden={await hiddenFields()} labels={await formLabels(t('agreeAct'), { leave: false })}>
            <HiddenInputs more={{ kind: person.kind, person: person.id }} />
            <SelectField name="scene" label={t('scene')} required placeholder={companies('choose')} options={consentScenes.map((value) => ({ value, label: t(`scenes.${value}`) }))} />
            <div className="form-row">
              <DateField name="givenOn" label={t('givenAt')} required value={today} max={today} />
              <SelectField name="how" label={t('how')} required placeholder={companies('choose')} options={consentWays.map((value) => ({ value, label: t(`ways.${value}`) }))} />
            </div>
            <TextField name="evidence" label={t('evidence')} hint={t('evidenceHint')} optional={shell('form.optional')} maxLength={200} />
          </Form>
        </Card>
      )}
      {mayErase && hindrance !== null && <Notice tone="info" title={t('notYet')}>{errors(hindrance)}</Notice>}
      {mayErase && hindrance === null && (
        <Card title={t('erase')} note={t('eraseNote')} id="erase">
          <Form action={erasePersonAction} hidden={await hiddenFields()} labels={await formLabels(t('erase'), { leave: false })} footer={<div className="form-foot"><SubmitButton variant="danger">{t('erase')}</SubmitButton></div>}>
            <HiddenInputs more={{ kind: person.kind, person: person.id }} />
            {namesakes.length > 0 && (
              <Notice tone={mentions.open.length > 0 ? 'due' : 'info'} title={t('sharedTitle', { name: [...new Set(namesakes.map((one) => one.name))].join('、') })}>
                <ul className="mb-1">
                  {namesakes.map((one) => (
                    <li key={one.id} className="num">
                      {[one.name, ...whoIs(one)].join(' · ')}
                    </li>
                  ))}
                </ul>
                {t(mentions.open.length > 0 ? 'sharedText' : 'sharedTold')}
              </Notice>
            )}
            {mentions.open.length > 0 && (
              <>
                <HiddenInputs more={{ told: 'on' }} />
                <CheckboxesField name="mentions" label={t('mentions')} options={mentions.open.map((one) => ({ value: one.place, label: one.text, note: where(one.table) }))} />
              </>
            )}
            <RadioField name="reason" label={t('reason')} required options={erasureReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))} />
          </Form>
        </Card>
      )}
    </div>
  );
}
