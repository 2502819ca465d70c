import type { ReactNode } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { keptMarkup } from '@/components/page/kept';
import { Icon } from '@/components/ui/icon';
import { type Option, Options } from '@/components/ui/inputs';

export type Filter =
  | { kind: 'select'; name: string; label: string; value: string | undefined; all: string; options: readonly Option[] }
  | { kind: 'search'; name: string; label: string; value: string | undefined; placeholder?: string }
  | { kind: 'text'; name: string; label: string; value: string | undefined; placeholder?: string }
  | { kind: 'date'; name: string; label: string; value: string | undefined };

function Control({ filter }: { filter: Filter }) {
  const value = filter.value ?? '';
  switch (filter.kind) {
    case 'select':
      return (
        <select name={filter.name} defaultValue={value}>
          <option value="" data-plain>
            {filter.all}
          </option>
          <Options options={filter.options} />
        </select>
      );
    case 'search':
      return <input type="search" name={filter.name} defaultValue={value} placeholder={filter.placeholder} maxLength={100} data-list-search />;
    case 'text':
      return <input type="text" name={filter.name} defaultValue={value} placeholder={filter.placeholder} maxLength={100} />;
    case 'date':
      return <input type="date" name={filter.name} defaultValue={value} />;
  }
}

/**
 * The filters of a list as a plain GET form: the address is the state. `keep` carries what isn't a filter (sort, size)
 * across; the page number isn't kept. `reset` is shown when something is narrowed. `children` stand at the end: saved views, saving one.
 */
export function FilterBar({
  action,
  filters,
  keep = {},
  labels,
  resetHref,
  children,
}: {
  action: string;
  filters: readonly Filter[];
  keep?: Readonly<Record<string, string | undefined>>;
  labels: { form: string; apply: string; reset?: string };
  resetHref?: string;
  children?: ReactNode;
}) {
  const on = filters.filter((filter) => (filter.value ?? '') !== '');
  const narrowed = on.length > 0;
  const active = on.filter((filter) => filter.kind !== 'search').length;
  const controls = () => (
    <>
      {filters.map((filter) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside, one component deeper
        <label key={filter.name} className={cx('field', filter.kind === 'search' && 'field-search', (filter.value ?? '') !== '' && 'field-on')}>
          <span>{filter.label}</span>
          <Control filter={filter} />
        </label>
      ))}
      {Object.entries(keep).map(([name, value]) => value !== undefined && value !== '' && <input key={name} type="hidden" name={name} value={value} />)}
      {filters.some((filter) => filter.kind !== 'search') && (
        <label className="btn filters-more">
          <input type="checkbox" className="filters-toggle sr-only" />
          {labels.form}
          {active > 0 && <span className="num text-accent">{active}</span>}
          <Icon name="down" size={12} />
        </label>
      )}
      <Button type="submit">{labels.apply}</Button>
    </>
  );
  // Hundreds of options that hardly ever change: drawn from nothing but these.
  const html = keptMarkup('filters', [filters, keep, labels], controls);
  const inside = html === null ? { children: controls() } : { dangerouslySetInnerHTML: { __html: html } };
  return (
    <div className="filters">
      <form action={action} method="get" aria-label={labels.form} key={JSON.stringify(filters.map((filter) => filter.value))} {...inside} />
      {narrowed && resetHref !== undefined && labels.reset !== undefined && (
        <LinkButton href={resetHref} variant="quiet">
          {labels.reset}
        </LinkButton>
      )}
      {children}
    </div>
  );
}
