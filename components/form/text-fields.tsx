'use client';

import type { HTMLInputTypeAttribute, InputHTMLAttributes } from 'react';
import { DateInput, FileInput, Input, type Option, Select, Textarea } from '@/components/ui/inputs';
import { type FieldProps, FieldShell, useField } from './field-shell';

interface TextProps extends FieldProps {
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'number'>;
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  placeholder?: string;
  autoFocus?: boolean;
  /** Printed behind the field: ㎡, %, 人. */
  unit?: string;
  /** Completions offered while typing; free text stays possible. */
  suggestions?: readonly string[];
}

/** One line of text. A password is never shown again after an error. */
export function TextField(props: TextProps) {
  const { type = 'text', autoComplete, inputMode, maxLength, placeholder, autoFocus, unit, suggestions } = props;
  const { id, error, control } = useField(props);
  const list = suggestions && suggestions.length > 0 ? `${id}-list` : undefined;
  const input = (
    <Input
      {...control}
      defaultValue={type === 'password' ? undefined : control.defaultValue}
      {...{ type, autoComplete, inputMode, maxLength, placeholder, autoFocus, list }}
    />
  );
  return (
    <FieldShell field={props} id={id} error={error}>
      {unit === undefined ? (
        input
      ) : (
        <div className="with-unit">
          {input}
          <span className="flex-none text-ink-2">{unit}</span>
        </div>
      )}
      {list !== undefined && (
        <datalist id={list}>
          {suggestions?.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </FieldShell>
  );
}

/** Several lines; grows with what is typed. */
export function TextareaField(props: FieldProps & { rows?: number; maxLength?: number; placeholder?: string }) {
  const { id, error, control } = useField(props);
  const { rows, maxLength, placeholder } = props;
  return (
    <FieldShell field={props} id={id} error={error}>
      <Textarea {...control} {...{ rows, maxLength, placeholder }} />
    </FieldShell>
  );
}

/** One of a list. `placeholder` is the words of the empty choice. */
export function SelectField(props: FieldProps & { options: readonly Option[]; placeholder?: string }) {
  const { id, error, control } = useField(props);
  return (
    <FieldShell field={props} id={id} error={error}>
      <Select {...control} options={props.options} placeholder={props.placeholder} />
    </FieldShell>
  );
}

/** A day, YYYY-MM-DD. `min` and `max` are days too. */
export function DateField(props: FieldProps & { min?: string; max?: string }) {
  const { id, error, control } = useField(props);
  return (
    <FieldShell field={props} id={id} error={error}>
      <DateInput {...control} min={props.min} max={props.max} />
    </FieldShell>
  );
}

/** A moment of the day in local time, YYYY-MM-DDTHH:MM. */
export function DateTimeField(props: FieldProps & { min?: string; max?: string }) {
  const { id, error, control } = useField(props);
  return (
    <FieldShell field={props} id={id} error={error}>
      <Input {...control} type="datetime-local" className="num max-w-64" min={props.min} max={props.max} />
    </FieldShell>
  );
}

/** An amount as people type it; the unit (元, 万元) is always printed. The schema turns it into fen. */
export function MoneyField(props: FieldProps & { unit: string; placeholder?: string }) {
  const { id, error, control } = useField(props);
  return (
    <FieldShell field={props} id={id} error={error}>
      <div className="with-unit">
        <Input {...control} inputMode="decimal" autoComplete="off" className="num max-w-56 text-right" placeholder={props.placeholder} />
        <span className="flex-none text-ink-2">{props.unit}</span>
      </div>
    </FieldShell>
  );
}

/** One file, or several with `multiple`. Put what is allowed and how large into the hint. */
export function FileField(props: FieldProps & { accept?: string; multiple?: boolean; capture?: 'environment' | 'user' }) {
  const { id, error, control } = useField(props);
  const { defaultValue: _never, ...rest } = control;
  return (
    <FieldShell field={props} id={id} error={error}>
      <FileInput
        {...rest}
        name={props.multiple ? `${props.name}[]` : props.name}
        accept={props.accept}
        multiple={props.multiple}
        capture={props.capture}
      />
    </FieldShell>
  );
}
