'use client';

import type { ReactNode } from 'react';
import { FieldError, Hint, Label } from '@/components/ui/field';
import { fieldId, useForm } from './form-context';

/** What every field of a form takes. Words are translated already. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** The word for "optional"; shown beside the label. */
  optional?: string;
  /** What stands in the field at first. */
  value?: string | undefined;
  disabled?: boolean;
}

/** What the control itself gets: id, name, the typed or first value, and its ties to hint and error. */
export interface ControlProps {
  id: string;
  name: string;
  defaultValue: string | undefined;
  required: boolean | undefined;
  disabled: boolean | undefined;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** Reads the form's errors and typed values for one field. */
export function useField({ name, hint, required, value, disabled }: FieldProps) {
  const scope = useForm();
  const id = fieldId(scope, name);
  const error = scope.errors[name];
  const typed = scope.values[name];
  const described = [hint !== undefined && hint !== null && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  const control: ControlProps = {
    id,
    name,
    defaultValue: (Array.isArray(typed) ? typed[0] : typed) ?? value,
    required,
    disabled,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': described === '' ? undefined : described,
  };
  return { id, error, typed, control };
}

/** Label above, hint below, error under the field. */
export function FieldShell({
  field,
  id,
  error,
  children,
}: {
  field: Pick<FieldProps, 'label' | 'hint' | 'required' | 'optional'>;
  id: string;
  error: string | undefined;
  children: ReactNode;
}) {
  return (
    <div>
      <Label htmlFor={id} required={field.required} optional={field.optional}>
        {field.label}
      </Label>
      {children}
      {field.hint !== undefined && field.hint !== null && <Hint id={`${id}-hint`}>{field.hint}</Hint>}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The same for a group of choices: the label is the group's legend. */
export function GroupShell({
  field,
  id,
  error,
  children,
}: {
  field: Pick<FieldProps, 'label' | 'hint' | 'required' | 'optional'>;
  id: string;
  error: string | undefined;
  children: ReactNode;
}) {
  return (
    // The error summary's link lands on the group itself.
    <fieldset id={id} tabIndex={-1} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="label">
        {field.label}
        {field.required && (
          <span aria-hidden="true" className="text-late">
            {' *'}
          </span>
        )}
        {field.optional !== undefined && <span className="label-optional">{field.optional}</span>}
      </legend>
      {children}
      {field.hint !== undefined && field.hint !== null && <Hint id={`${id}-hint`}>{field.hint}</Hint>}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
