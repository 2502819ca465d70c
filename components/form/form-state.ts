/** What an action answers to a form. `errors` and `message` are sentences already, in the reader's language. */
export interface FormState {
  status: 'idle' | 'error' | 'done';
  message?: string;
  /** By field name, without a trailing `[]`. */
  errors?: Record<string, string>;
  /** What was typed, so that a page drawn without a script shows it again. */
  values?: Record<string, string | string[]>;
  /** A fresh key when the next submission is to be another thing. */
  formKey?: string;
  /** The row's version after a save, so that an autosaved form doesn't collide with itself. */
  version?: number;
  /** Milliseconds since 1970; tells two equal answers apart. */
  at?: number;
}

export type FormHandler = (previous: FormState, formData: FormData) => Promise<FormState>;

/** Under which membership, once, and over which version of the row a form was drawn. */
export interface HiddenFields {
  membership: string | null;
  formKey: string;
  version?: number;
}

/** The names those travel under; names that begin with `_` are never part of what a person typed. */
export const hiddenNames = { membership: '_membership', formKey: '_form', version: '_version' } as const;

export const idle: FormState = { status: 'idle' };
