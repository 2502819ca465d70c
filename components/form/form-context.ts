'use client';

import { createContext, type RefObject, useContext } from 'react';

export interface FormScope {
  id: string;
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string | string[]>>;
  pending: boolean;
  submitLabel: string;
  pendingLabel: string;
  form: RefObject<HTMLFormElement | null>;
  /** Called by autosave: the row has this version now; `all` when nothing was typed since. */
  kept: (version: number | undefined, all: boolean) => void;
}

const outside: FormScope = {
  id: 'f',
  errors: {},
  values: {},
  pending: false,
  submitLabel: '',
  pendingLabel: '',
  form: { current: null },
  kept: () => undefined,
};

export const FormContext = createContext<FormScope>(outside);

export function useForm(): FormScope {
  return useContext(FormContext);
}

/** The id of a field's control, so that the summary can point at it. */
export function fieldId(scope: Pick<FormScope, 'id'>, name: string): string {
  return `${scope.id}-${name.replace(/[^\w-]/g, '-')}`;
}
