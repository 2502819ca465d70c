import type { ReactNode } from 'react';
import { Button, type ButtonSize, type ButtonVariant } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form-action';
import { type HiddenFields, hiddenNames } from './form-state';

/** The hidden inputs of a form that isn't a `Form`: one-button acts, bulk acts. */
export function HiddenInputs({ hidden, more = {} }: { hidden?: HiddenFields; more?: Readonly<Record<string, string>> }) {
  return (
    <>
      {hidden && (
        <>
          <input type="hidden" name={hiddenNames.membership} value={hidden.membership ?? ''} />
          <input type="hidden" name={hiddenNames.formKey} value={hidden.formKey} />
          {hidden.version !== undefined && <input type="hidden" name={hiddenNames.version} value={hidden.version} />}
        </>
      )}
      {Object.entries(more).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** One button that posts: sign out, switch, take over. No script needed. */
export function PostButton({
  action,
  hidden,
  values,
  variant,
  size,
  className,
  children,
}: {
  action: FormAction;
  hidden?: HiddenFields;
  values?: Readonly<Record<string, string>>;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  children: ReactNode;
}) {
  return (
    <form action={action} method={typeof action === 'string' ? 'post' : undefined} className={className}>
      <HiddenInputs hidden={hidden} more={values} />
      <Button type="submit" variant={variant} size={size}>
        {children}
      </Button>
    </form>
  );
}
