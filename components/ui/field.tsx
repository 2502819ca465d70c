import type { ReactNode } from 'react';

/** The label above a field; `required` marks it with a star that screen readers skip (the input says it). */
export function Label({
  htmlFor,
  required,
  optional,
  children,
}: {
  htmlFor: string;
  required?: boolean;
  /** The word "optional", translated; shown in grey. */
  optional?: string;
  children: ReactNode;
}) {
  return (
    <label htmlFor={htmlFor} className="label">
      {children}
      {required && (
        <span aria-hidden="true" className="text-late">
          {' *'}
        </span>
      )}
      {optional !== undefined && <span className="label-optional">{optional}</span>}
    </label>
  );
}

/** What helps while filling in, below the field. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="hint">
      {children}
    </p>
  );
}

/** What is wrong with this field and what to do, in words. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="field-error">
      <span aria-hidden="true">▲ </span>
      {children}
    </p>
  );
}
