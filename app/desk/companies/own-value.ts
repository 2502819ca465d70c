import type { FieldKind } from '@/lib/companies/fields';
import type { Plain } from '@/lib/imports/registry';
import type { Translate } from '@/lib/kernel/i18n';
import { formatWan } from '@/lib/kernel/money';

/** A value of one of the center's own fields as people read it. `t` is the `fields` namespace. */
export function ownValue(t: Translate, kind: FieldKind, value: Plain | undefined): string {
  if (value === null || value === undefined || value === '') return t('none');
  return kind === 'money' ? t('wan', { amount: formatWan(BigInt(String(value))) }) : String(value);
}
