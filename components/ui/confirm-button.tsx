'use client';

import { type FormEvent, type ReactNode, useRef } from 'react';
import type { HiddenFields } from '@/components/form/form-state';
import { HiddenInputs } from '@/components/form/plain-form';
import type { Question } from './ask';
import { Button, type ButtonSize, type ButtonVariant } from './button';
import type { FormAction } from './form-action';

/** One button that posts after a question. Without a script it posts straight away: keep such acts undoable or their page asking. */
export function ConfirmButton({
  action,
  hidden,
  values,
  question,
  variant,
  size,
  children,
}: {
  action: FormAction;
  hidden?: HiddenFields;
  values?: Readonly<Record<string, string>>;
  question: Question;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
}) {
  const sure = useRef(false);

  function submit(event: FormEvent<HTMLFormElement>): void {
    if (sure.current) {
      sure.current = false;
      return;
    }
    event.preventDefault();
    const form = event.currentTarget;
    void import('./ask').then(async ({ ask }) => {
      if (await ask({ ...question, danger: question.danger ?? variant === 'danger' })) {
        sure.current = true;
        form.requestSubmit();
      }
    });
  }

  return (
    <form action={action} method={typeof action === 'string' ? 'post' : undefined} onSubmit={submit}>
      <HiddenInputs hidden={hidden} more={values} />
      <Button type="submit" variant={variant} size={size}>
        {children}
      </Button>
    </form>
  );
}
