'use client';

import { type ReactNode, useState } from 'react';
import { FieldError } from '@/components/ui/field';
import { Checkbox, Chip, type Option, Radio } from '@/components/ui/inputs';
import { cx } from '@/components/ui/cx';
import { type FieldProps, GroupShell, useField } from './field-shell';

export interface Choice extends Option {
  /** One grey line under the words. */
  note?: ReactNode;
}

type Many = Omit<FieldProps, 'value'> & { options: readonly Choice[]; value?: readonly string[] };

function chosen(typed: string | string[] | undefined, first: readonly string[] | undefined): readonly string[] {
  if (typed === undefined) return first ?? [];
  return Array.isArray(typed) ? typed : [typed];
}

function Words({ choice }: { choice: Choice }) {
  return (
    <>
      {choice.label}
      {choice.note !== undefined && <span className="choice-note">{choice.note}</span>}
    </>
  );
}

/** One yes or no: sends "on" when ticked and nothing when not. */
export function CheckboxField(props: Omit<FieldProps, 'value'> & { checked?: boolean; children?: ReactNode }) {
  const { error, typed, control } = useField({ ...props, value: undefined });
  const { defaultValue: _value, ...rest } = control;
  return (
    <div>
      <Checkbox {...rest} defaultChecked={typed === undefined ? props.checked : typed === 'on'}>
        {props.children ?? props.label}
        {props.hint !== undefined && (
          <span id={`${control.id}-hint`} className="choice-note">
            {props.hint}
          </span>
        )}
      </Checkbox>
      {error !== undefined && <FieldError id={`${control.id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** A yes that is asked for once the server doubts what was typed: not there before, and there to stay afterwards. */
export function AskedBackField(props: Omit<FieldProps, 'value'>) {
  const { error, typed } = useField({ ...props, value: undefined });
  const [asked, setAsked] = useState(false);
  if (!asked && (error !== undefined || typed !== undefined)) setAsked(true);
  return asked ? <CheckboxField {...props} /> : null;
}

/** Several of a list, as checkboxes; the schema receives an array under `name`. */
export function CheckboxesField(props: Many & { inline?: boolean }) {
  const { id, error, typed } = useField({ ...props, value: undefined });
  const now = chosen(typed, props.value);
  return (
    <GroupShell field={props} id={id} error={error}>
      <div className={cx(props.inline ? 'choices-inline' : 'choices')}>
        {props.options.map((choice) => (
          <Checkbox key={choice.value} name={`${props.name}[]`} value={choice.value} defaultChecked={now.includes(choice.value)} disabled={choice.disabled}>
            <Words choice={choice} />
          </Checkbox>
        ))}
      </div>
    </GroupShell>
  );
}

/** One of a few, all visible. */
export function RadioField(props: FieldProps & { options: readonly Choice[]; inline?: boolean }) {
  const { id, error, control } = useField(props);
  return (
    <GroupShell field={props} id={id} error={error}>
      <div className={cx(props.inline ? 'choices-inline' : 'choices')}>
        {props.options.map((choice) => (
          <Radio
            key={choice.value}
            name={props.name}
            value={choice.value}
            defaultChecked={control.defaultValue === choice.value}
            disabled={choice.disabled}
            required={props.required}
          >
            <Words choice={choice} />
          </Radio>
        ))}
      </div>
    </GroupShell>
  );
}

/** Chips for thumbs: several (array under `name`), or one with `type="radio"`. */
export function ChipField(props: Many & { type?: 'checkbox' | 'radio'; compact?: boolean }) {
  const { id, error, typed } = useField({ ...props, value: undefined });
  const now = chosen(typed, props.value);
  const type = props.type ?? 'checkbox';
  return (
    <GroupShell field={props} id={id} error={error}>
      <div className={cx('chips', props.compact && 'chips-compact')}>
        {props.options.map((choice) => (
          <Chip
            key={choice.value}
            type={type}
            name={type === 'radio' ? props.name : `${props.name}[]`}
            value={choice.value}
            defaultChecked={now.includes(choice.value)}
            disabled={choice.disabled}
          >
            {choice.label}
          </Chip>
        ))}
      </div>
    </GroupShell>
  );
}
