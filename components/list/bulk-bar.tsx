import type { ReactNode } from 'react';
import { HiddenInputs } from '@/components/form/plain-form';
import type { HiddenFields } from '@/components/form/form-state';
import type { FormAction } from '@/components/ui/form-action';

/**
 * What can be done with the ticked rows; shown from the first tick on. Its `id` is the `select.form` of the `DataTable`.
 * `count` is a sentence with `{n}`; children are selects and submit buttons of this plain form.
 */
export function BulkBar({
  id,
  action,
  hidden,
  count,
  children,
}: {
  id: string;
  action: FormAction;
  hidden?: HiddenFields;
  count: string;
  children: ReactNode;
}) {
  return (
    <form id={id} action={action} method={typeof action === 'string' ? 'post' : undefined} className="bulk">
      <HiddenInputs hidden={hidden} />
      <span className="num font-medium" data-tick-count={count} role="status" />
      {children}
    </form>
  );
}
