import type { ReactNode } from 'react';
import { hiddenFields } from '@/app/_server/form';
import { getT } from '@/app/_server/i18n';
import { CheckboxesField, CheckboxField, RadioField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import type { FormHandler } from '@/components/form/form-state';
import { SubmitButton } from '@/components/form/submit-button';
import { DateField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { FrequentAnswers } from '@/components/service-desk/frequent-answers';
import { ItemFields } from '@/components/service-desk/item-fields';
import { type ButtonVariant, LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Option } from '@/components/ui/inputs';
import type { AnswerTemplate } from '@/lib/centers/queries';
import type { Translate } from '@/lib/kernel/i18n';
import { deliveries, outcomes } from '@/lib/service-desk/inputs';
import type { RequestFile } from '@/lib/service-desk/queries/file';
import {
  confirmByCodeAction, contactAction, decideAction, deliverAction, liftAction, linkAction, mergeAction, refuseAction, reopenAction, repairAction, retypeAction, returnAction, superviseAction, transferAction,
} from '../actions';
import { EffectFields } from './effect-fields';
import type { EffectsView } from './load';

interface Props {
  t: Translate;
  request: string;
  /** The request's page without the form. */
  back: string;
  /** Frequent answers, and the one that was pressed. */
  answers?: readonly AnswerTemplate[];
  inserted?: string | null;
}

interface Words {
  title: string;
  note: string;
  submit: string;
  pending: string;
}

/** One step with what it demands; the address opens it, so that it works without a script. */
export async function ActForm({
  t,
  request,
  back,
  action,
  words,
  variant = 'primary',
  more = {},
  answers = [],
  inserted,
  doing,
  into,
  version,
  children,
}: Props & {
  action: FormHandler;
  words: Words;
  variant?: ButtonVariant;
  more?: Readonly<Record<string, string>>;
  /** Where frequent answers go, and the step whose page puts them there. */
  doing?: string;
  into?: string;
  /** Of the request, where the step changes what is written. */
  version?: number;
  children: ReactNode;
}) {
  const centers = await getT('centers');
  return (
    <Card title={words.title} note={words.note} id="act" now>
      {into !== undefined && doing !== undefined && (
        <FrequentAnswers label={centers('answers.insert')} answers={answers} into={into} href={(id) => `${back}?${new URLSearchParams({ do: doing, ...more, answer: id }).toString()}#act`} />
      )}
      <Form
        key={inserted ?? 'empty'}
        action={action}
        hidden={await hiddenFields(version)}
        wide
        labels={{ submit: words.submit, pending: words.pending, errorTitle: t('act.errorTitle') }}
        footer={
          <div className="form-foot">
            <SubmitButton variant={variant} />
            <LinkButton href={back} variant="quiet">
              {t('file.close')}
            </LinkButton>
          </div>
        }
      >
        {children}
        {Object.entries({ request, ...more }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </Form>
    </Card>
  );
}

/** The frequent answer that was pressed, as the first value of a field. */
export function textOf({ answers = [], inserted }: Pick<Props, 'answers' | 'inserted'>): string {
  return answers.find(({ id }) => id === inserted)?.body ?? '';
}

function ReturnForm({ again, ...rest }: Props & { again: boolean }) {
  const { t } = rest;
  return (
    <ActForm {...rest} doing="return" into="items" action={returnAction} words={{ title: t('act.returnTitle'), note: t('act.returnNote'), submit: t('act.send'), pending: t('act.returning') }}>
      <TextareaField name="items" label={t('act.items')} hint={t('act.itemsHint')} required rows={5} value={textOf(rest)} />
      {again && <TextareaField name="reason" label={t('act.reason')} required rows={2} maxLength={500} />}
    </ActForm>
  );
}

/** What the item calls an outcome, in the reader's language. */
type Called = (outcome: (typeof outcomes)[number]) => string;

function CompleteForm({ first, effects, outcome, checklist, ...rest }: Props & { first: string; effects: EffectsView | null; outcome: Called; checklist: readonly Option[] }) {
  const { t } = rest;
  // Granting is an act of its own for some items: whoever may not take it can only decline.
  const mayGrant = effects === null || effects.all.length === 0 || effects.all.some(({ may, stands }) => may || stands);
  return (
    <ActForm {...rest} action={decideAction} words={{ title: t('act.completeTitle'), note: t('act.completeNote'), submit: t('act.complete'), pending: t('act.completing') }}>
      <RadioField
        name="outcome"
        label={t('act.outcome')}
        required
        inline
        value={mayGrant ? 'granted' : 'declined'}
        options={outcomes.map((value) => ({ value, label: outcome(value), disabled: value === 'granted' && !mayGrant }))}
      />
      {effects !== null && effects.all.length > 0 && <EffectFields t={t} effects={effects} mayGrant={mayGrant} granted={outcome('granted')} />}
      {checklist.length > 0 && <CheckboxesField name="ticked" label={t('lanes.checklist')} options={checklist} />}
      <TextareaField name="result" label={t('act.result')} required rows={6} maxLength={3000} value={first} />
      <SelectField
        name="deliver"
        label={t('act.delivery')}
        value="portal"
        options={[...deliveries.map((value) => ({ value, label: t(`deliveries.${value}`) })), { value: 'later', label: t('act.later') }]}
      />
    </ActForm>
  );
}

function DeliverForm(props: Props) {
  const { t } = props;
  return (
    <ActForm {...props} action={deliverAction} words={{ title: t('act.deliverTitle'), note: t('act.deliverNote'), submit: t('act.deliver'), pending: t('act.delivering') }}>
      <RadioField name="delivery" label={t('act.delivery')} required inline value="portal" options={deliveries.map((value) => ({ value, label: t(`deliveries.${value}`) }))} />
    </ActForm>
  );
}

function TransferForm({ people, ...rest }: Props & { people: readonly Option[] }) {
  const { t } = rest;
  return (
    <ActForm {...rest} action={transferAction} words={{ title: t('act.transfer'), note: t('act.transferNote'), submit: t('act.transfer'), pending: t('act.transferring') }}>
      <SelectField name="owner" label={t('act.to')} required placeholder={t('act.choose')} options={people} />
      <TextField name="reason" label={t('act.transferReason')} optional={t('act.optional')} maxLength={500} />
    </ActForm>
  );
}

function RefuseForm(props: Props) {
  const { t } = props;
  return (
    <ActForm {...props} doing="refuse" into="reason" action={refuseAction} variant="danger" words={{ title: t('act.refuseTitle'), note: t('act.refuseNote'), submit: t('act.refuse'), pending: t('act.refusing') }}>
      <TextareaField name="reason" label={t('act.refuseReason')} required rows={3} maxLength={1000} value={textOf(props)} />
    </ActForm>
  );
}

function ReopenForm(props: Props) {
  const { t } = props;
  return (
    <ActForm {...props} action={reopenAction} words={{ title: t('act.reopenTitle'), note: t('act.reopenNote'), submit: t('act.reopen'), pending: t('act.reopening') }}>
      <TextareaField name="reason" label={t('act.reopenReason')} required rows={3} maxLength={1000} />
    </ActForm>
  );
}

function SuperviseForm({ today, ...rest }: Props & { today: string }) {
  const { t } = rest;
  return (
    <ActForm {...rest} action={superviseAction} words={{ title: t('act.superviseTitle'), note: t('act.superviseNote'), submit: t('act.supervise'), pending: t('act.supervising') }}>
      <DateField name="until" label={t('act.superviseUntil')} required min={today} />
      <TextareaField name="reason" label={t('act.superviseReason')} required rows={2} maxLength={500} />
    </ActForm>
  );
}

function LiftForm(props: Props) {
  const { t } = props;
  return (
    <ActForm {...props} action={liftAction} words={{ title: t('act.liftTitle'), note: t('act.liftNote'), submit: t('act.lift'), pending: t('act.lifting') }}>
      <TextareaField name="note" label={t('act.liftText')} required rows={2} maxLength={500} />
    </ActForm>
  );
}

function MergeForm(props: Props) {
  const { t } = props;
  return (
    <ActForm {...props} action={mergeAction} words={{ title: t('act.mergeTitle'), note: t('act.mergeNote'), submit: t('act.merge'), pending: t('act.merging') }}>
      <TextField name="number" label={t('act.mergeNumber')} required maxLength={30} />
      <TextareaField name="reason" label={t('act.mergeReason')} required rows={2} maxLength={500} />
    </ActForm>
  );
}

function LinkForm(props: Props) {
  const { t } = props;
  return (
    <ActForm {...props} action={linkAction} words={{ title: t('act.linkTitle'), note: t('act.linkNote'), submit: t('act.link'), pending: t('act.linking') }}>
      <TextField name="number" label={t('act.linkNumber')} required maxLength={30} />
      <TextareaField name="reason" label={t('act.linkReason')} required rows={2} maxLength={300} />
    </ActForm>
  );
}

/** A round that was taken up again is named; the latest needs no name. */
interface OfRound {
  earlier: number | null;
}
const roundOf = ({ earlier }: OfRound): Readonly<Record<string, string>> => (earlier === null ? {} : { round: String(earlier) });

function ContactForm(props: Props & OfRound) {
  const { t } = props;
  return (
    <ActForm {...props} more={roundOf(props)} action={contactAction} words={{ title: t('act.contactTitle'), note: t('act.contactNote'), submit: t('act.contact'), pending: t('act.delivering') }}>
      <TextareaField name="note" label={t('act.contactText')} required rows={3} maxLength={1000} />
      <CheckboxField name="long" label={t('act.long')} />
      <TextField name="longReason" label={t('act.longReason')} optional={t('act.optional')} maxLength={500} />
    </ActForm>
  );
}

function RepairForm(props: Props & OfRound) {
  const { t, earlier } = props;
  return (
    <ActForm {...props} more={roundOf(props)} action={repairAction} words={{ title: t('act.repairTitle'), note: earlier === null ? t('act.repairNote') : t('act.repairEarlierNote'), submit: t('act.repairDone'), pending: t('act.delivering') }}>
      <TextareaField name="note" label={t('act.repairText')} required rows={3} maxLength={2000} />
    </ActForm>
  );
}

function CodeForm(props: Props) {
  const { t } = props;
  return (
    <ActForm {...props} action={confirmByCodeAction} words={{ title: t('act.codeTitle'), note: t('act.codeHint'), submit: t('act.codeConfirm'), pending: t('act.confirming') }}>
      <TextField name="spoken" label={t('act.code')} required maxLength={6} inputMode="numeric" autoComplete="off" />
    </ActForm>
  );
}

/** What the desk wrote for the company, to mend. */
function RetypeForm({ typed, english, ...props }: Props & { typed: RequestFile; english: boolean }) {
  const { t } = props;
  return (
    <ActForm {...props} version={typed.version} action={retypeAction} words={{ title: t('act.retypeTitle'), note: t('act.retypeNote'), submit: t('act.retype'), pending: t('behalf.saving') }}>
      <TextField name="title" label={t('file.title')} required maxLength={100} value={typed.title} />
      <ItemFields t={t} english={english} fields={typed.item.fields} isLater answers={typed.answers} facts={{}} />
      <TextareaField name="body" label={t('file.body')} optional={t(typed.item.asksBody ? 'act.beforeConfirming' : 'act.optional')} rows={4} maxLength={5000} value={typed.body} />
    </ActForm>
  );
}

/** The form that the address asks for, as far as the step may be taken. */
export function OpenForm({ doing, typed, english, may, again, first, outcome, effects, checklist, today, people, contacted, repairing, ...props }: Props & {
  doing: string | null;
  /** As it is written now. */
  typed: RequestFile;
  english: boolean;
  may: ReadonlySet<string>;
  again: boolean;
  first: string;
  outcome: Called;
  effects: EffectsView | null;
  /** What is to be looked at in the lanes that a result speaks for. */
  checklist: readonly Option[];
  today: string;
  people: readonly Option[];
  contacted: boolean;
  /** The repair of an earlier round that the address asks for, where it may be worked on. */
  repairing: { round: number; contacted: boolean } | null;
}) {
  if (doing === null) return null;
  if (doing === 'return' && may.has('return')) return <ReturnForm {...props} again={again} />;
  if (doing === 'complete' && may.has('complete')) return <CompleteForm {...props} first={first} outcome={outcome} effects={effects} checklist={checklist} />;
  if (doing === 'deliver' && may.has('deliver')) return <DeliverForm {...props} />;
  if (doing === 'transfer' && may.has('transfer')) return <TransferForm {...props} people={people} />;
  if (doing === 'refuse' && may.has('refuse')) return <RefuseForm {...props} />;
  if (doing === 'reopen' && may.has('reopen')) return <ReopenForm {...props} />;
  if (doing === 'supervise' && may.has('supervise')) return <SuperviseForm {...props} today={today} />;
  if (doing === 'lift' && may.has('lift')) return <LiftForm {...props} />;
  if (doing === 'merge' && may.has('merge')) return <MergeForm {...props} />;
  if (doing === 'link' && may.has('link')) return <LinkForm {...props} />;
  if (doing === 'contact' && repairing !== null) return repairing.contacted ? <RepairForm {...props} earlier={repairing.round} /> : <ContactForm {...props} earlier={repairing.round} />;
  if (doing === 'contact' && may.has('repair')) return contacted ? <RepairForm {...props} earlier={null} /> : <ContactForm {...props} earlier={null} />;
  if (doing === 'retype' && may.has('retype')) return <RetypeForm {...props} typed={typed} english={english} />;
  if (doing === 'code' && may.has('confirmFor')) return <CodeForm {...props} />;
  return null;
}
