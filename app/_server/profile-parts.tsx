import type { ReactNode } from 'react';
import { CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import type { FormHandler, HiddenFields } from '@/components/form/form-state';
import { HiddenInputs } from '@/components/form/plain-form';
import { DateField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import type { FormAction } from '@/components/ui/form-action';
import { Pill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { degrees, type PartKind, relationKinds } from '@/lib/companies/inputs/profile';
import { canEditCompanies, canKeepPart, canReveal } from '@/lib/companies/policy';
import type { CompanyProfile } from '@/lib/companies/queries/profile';
import type { Actor } from '@/lib/kernel/actor';
import { formatMoment } from '@/lib/kernel/date-text';
import { formLabels, hiddenFields } from './form';
import { getLocale, getT } from './i18n';
import { getSession } from './session';

export interface PartActions {
  add: Readonly<Partial<Record<PartKind, FormHandler>>>;
  remove: FormAction;
}

interface Line {
  id: string;
  text: ReactNode;
  /** The address where the whole of it is read. */
  more?: { href: string; label: string };
}

/** Key people, products, accounts, related companies and notes: each a list with a form below it that stays folded until wanted. */
export async function ProfileParts({ company, profile, actions, file }: { company: string; profile: CompanyProfile; actions: PartActions; file: string }) {
  const [t, shell, privacy, locale, session] = [await getT('profile'), await getT('shell'), await getT('privacy'), await getLocale(), await getSession()];
  const actor: Actor = session?.actor ?? { kind: 'public', centerId: null };
  const may = (part: PartKind) => actions.add[part] !== undefined && canKeepPart(actor, part, company);
  const optional = shell('form.optional');
  const ticks = (on: boolean, word: string) => (on ? <Pill>{word}</Pill> : null);

  const lines: Record<PartKind, Line[]> = {
    person: profile.people.map((one) => ({
      id: one.id,
      text: (
        <>
          {one.name} {ticks(one.founder, t('founder'))}
          <Sub>{[one.title, one.degree === null ? '' : t(`degrees.${one.degree}`)].filter((word) => word !== '').join(' · ')}</Sub>
        </>
      ),
      ...(canEditCompanies(actor) ? { more: { href: `/desk/companies/${company}/personal/key/${one.id}`, label: privacy('open') } } : {}),
    })),
    product: profile.products.map((one) => ({
      id: one.id,
      text: (
        <>
          {one.name} {ticks(one.highTech, t('highTech'))}
          <Sub>{one.summary}</Sub>
        </>
      ),
    })),
    account: profile.accounts.map((one) => ({
      id: one.id,
      text: (
        <>
          {one.holder} · <span className="num">{one.number}</span>
          <Sub>{[one.bank, one.branchCode ?? ''].filter((word) => word !== '').join(' · ')}</Sub>
        </>
      ),
      ...(one.inFull || !canReveal(actor) ? {} : { more: { href: `${file}/accounts/${one.id}`, label: t('reveal') } }),
    })),
    relation: profile.relations.map((one) => {
      const mine = one.companyId === company;
      const name = mine ? one.otherName : one.companyName;
      const other = mine ? one.otherId : one.companyId;
      const href = other === null || !canReveal(actor) ? null : `/desk/companies/${other}`;
      return {
        id: one.id,
        text: (
          <>
            {href === null ? name : (
              <a className="link" href={href}>
                {name}
              </a>
            )}
            <Sub>{[t(mine ? `relations.${one.kind}` : `relationsBack.${one.kind}`), one.sinceOn ?? ''].filter((word) => word !== '').join(' · ')}</Sub>
          </>
        ),
      };
    }),
    note: profile.notes.map((one) => ({
      id: one.id,
      text: (
        <>
          <span className="whitespace-pre-line">{one.body}</span>
          <Sub>{[one.by ?? '', formatMoment(one.at, locale)].filter((word) => word !== '').join(' · ')}</Sub>
        </>
      ),
    })),
  };
  const fields: Record<PartKind, ReactNode> = {
    person: (
      <>
        <div className="form-row">
          <TextField name="name" label={t('person.name')} required maxLength={50} />
          <TextField name="title" label={t('person.title')} optional={optional} maxLength={50} />
        </div>
        <SelectField name="degree" label={t('person.degree')} placeholder={t('choose')} options={degrees.map((value) => ({ value, label: t(`degrees.${value}`) }))} />
        <CheckboxField name="founder" label={t('founder')} />
      </>
    ),
    product: (
      <>
        <TextField name="name" label={t('product.name')} required maxLength={100} />
        <TextareaField name="summary" label={t('product.summary')} optional={optional} rows={2} maxLength={500} />
        <CheckboxField name="highTech" label={t('highTech')} />
      </>
    ),
    account: (
      <>
        <div className="form-row">
          <TextField name="holder" label={t('account.holder')} required maxLength={100} />
          <TextField name="bank" label={t('account.bank')} required maxLength={100} />
        </div>
        <div className="form-row">
          <TextField name="number" label={t('account.number')} required inputMode="numeric" autoComplete="off" maxLength={40} />
          <TextField name="branchCode" label={t('account.branchCode')} optional={optional} inputMode="numeric" maxLength={20} />
        </div>
      </>
    ),
    relation: (
      <div className="form-row">
        <SelectField name="kind" label={t('relation.kind')} required options={relationKinds.map((value) => ({ value, label: t(`relations.${value}`) }))} />
        <TextField name="otherName" label={t('relation.other')} hint={t('relation.otherHint')} required maxLength={100} />
        <DateField name="sinceOn" label={t('relation.since')} />
      </div>
    ),
    note: <TextareaField name="body" label={t('note.body')} required rows={3} maxLength={2_000} />,
  };

  const cards: { part: PartKind; hidden: HiddenFields; gone: Map<string, HiddenFields> }[] = [];
  for (const part of ['person', 'product', 'account', 'relation', 'note'] as const) {
    if (!(part in actions.add) && lines[part].length === 0) continue;
    const gone = new Map<string, HiddenFields>();
    for (const line of lines[part]) gone.set(line.id, await hiddenFields());
    cards.push({ part, hidden: await hiddenFields(), gone });
  }
  const labels = await formLabels(t('add'), { leave: false });
  return (
    <>
      {cards.map(({ part, hidden, gone }) => (
        <Card key={part} id={part} title={t(`parts.${part}`)} note={part === 'note' ? t('note.note') : undefined} body="rows">
          {lines[part].length === 0 && <p className="row text-ink-2">{t('none')}</p>}
          {lines[part].map((line) => (
            <div key={line.id} className="row">
              <span className="min-w-0">{line.text}</span>
              <span className="flex flex-none items-center gap-3">
                {line.more !== undefined && (
                  <a className="link" href={line.more.href}>
                    {line.more.label}
                  </a>
                )}
                {may(part) && (
                  <ConfirmButton
                    action={actions.remove}
                    hidden={gone.get(line.id)}
                    values={{ company, part, row: line.id }}
                    variant="quiet"
                    size="sm"
                    question={{ title: t('removeAsk'), text: t('removeText'), yes: t('remove'), no: shell('form.cancel') }}
                  >
                    {t('remove')}
                  </ConfirmButton>
                )}
              </span>
            </div>
          ))}
          {may(part) && (
            <details className="row block">
              <summary className="link cursor-pointer">{t(`addParts.${part}`)}</summary>
              <div className="mt-3">
                <Form action={actions.add[part] ?? noAction} hidden={hidden} labels={labels} resetOnDone>
                  <HiddenInputs more={{ company }} />
                  {fields[part]}
                </Form>
              </div>
            </details>
          )}
        </Card>
      ))}
    </>
  );
}

const noAction: FormHandler = async (state) => state;
