'use client';

import type { ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from '@/components/ui/button';
import { useForm } from './form-context';

/**
 * Sends the form; while it is under way it says so and does nothing. A second one beside it carries `name` and `value`
 * to tell the action which was pressed; `unchecked` skips the browser-side check (a draft may be incomplete).
 */
export function SubmitButton({
  variant = 'primary',
  size,
  name,
  value,
  unchecked,
  className,
  children,
}: {
  variant?: ButtonVariant;
  size?: ButtonSize;
  name?: string;
  value?: string;
  unchecked?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const scope = useForm();
  return (
    <button
      type="submit"
      className={buttonClass({ variant, size }, className)}
      name={name}
      value={value}
      formNoValidate={unchecked}
      // Not `disabled`: the focus would be lost, and a second press is refused in the handler.
      aria-disabled={scope.pending || undefined}
    >
      {scope.pending && variant === 'primary' ? scope.pendingLabel : (children ?? scope.submitLabel)}
    </button>
  );
}
