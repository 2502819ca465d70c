import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Label } from '@/components/ui/field';
import { Input } from '@/components/ui/inputs';
import type { Translate } from '@/lib/kernel/i18n';

interface Props {
  t: Translate;
  /** The page that goes on with `company` in its address. */
  path: string;
  keep?: Readonly<Record<string, string | undefined>>;
  typed: string | undefined;
  /** Names offered while typing. */
  suggestions?: readonly string[];
  /** What is chosen together with the company. */
  children?: ReactNode;
  /** The button, where it does more than find. */
  act?: string;
  found: readonly { id: string; name: string; creditCode: string | null }[];
}

/** Finds a company by a few characters; where several are meant, one click goes on with one. A plain GET form. */
export function ChooseCompany({ t, path, keep = {}, typed, suggestions = [], children, act, found }: Props) {
  const kept = Object.entries(keep).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const rest = kept.map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join('');
  return (
    <Card title={t('behalf.company')}>
      <form action={path} role="search" aria-label={t('behalf.company')} className="flex flex-wrap items-end gap-2">
        <div className="min-w-64 flex-1">
          <Label htmlFor="company-q">{t('behalf.companyHint')}</Label>
          <Input id="company-q" name="q" type="search" defaultValue={typed} autoFocus autoComplete="off" list="company-names" />
          <datalist id="company-names">
            {suggestions.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        {children}
        {children === undefined && kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <Button type="submit" variant="primary">
          {act ?? t('behalf.find')}
        </Button>
      </form>
      {typed !== undefined && found.length === 0 && <p className="mt-3 text-ink-2">{t('behalf.noCompany')}</p>}
      {found.length > 0 && (
        <ul className="mt-3 divide-y divide-line" aria-label={t('behalf.found')}>
          {found.map((company) => (
            <li key={company.id} className="py-2">
              <a className="link" href={`${path}?company=${company.id}${rest}`}>
                {company.name}
              </a>
              {company.creditCode !== null && <span className="num text-sm text-ink-2"> {company.creditCode}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
