import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Menu, MenuLink } from '@/components/ui/menu';
import { Icon } from '@/components/ui/icon';
import { drawn } from '@/components/ui/markup';
import { Input } from '@/components/ui/inputs';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form-action';
import type { HiddenFields } from '@/components/form/form-state';
import { HiddenInputs } from '@/components/form/plain-form';

/** Holds filters, table, pager and bulk bar together; ticking in it shows its bulk bar. */
export async function ListPage({ children }: { children: ReactNode }) {
  return drawn(<div className="list-page">{children}</div>);
}

/** Downloads exactly what is shown: the same address parameters, as a file. */
export function ExportButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <LinkButton href={href} download>
      <Icon name="download" size={14} />
      {children}
    </LinkButton>
  );
}

export interface SavedView {
  name: string;
  href: string;
  current?: boolean;
}

/** The reader's saved views as a menu that looks like a filter; `manage` leads to renaming and removing. */
export function SavedViews({ label, now, views, manage }: { label: string; now: string; views: readonly SavedView[]; manage?: { href: string; label: string } }) {
  return (
    <Menu
      start
      summary={
        <span className="field gap-1.5 pr-2.5">
          <span>{label}</span>
          {now}
          <Icon name="down" size={12} />
        </span>
      }
    >
      {views.map((view) => (
        <MenuLink key={view.href} href={view.href} current={view.current}>
          {view.name}
        </MenuLink>
      ))}
      {manage && (
        <>
          <hr className="menu-sep" />
          <MenuLink href={manage.href}>{manage.label}</MenuLink>
        </>
      )}
    </Menu>
  );
}

/** Keeps the filters of now under a name. `values` are sent along: the list's key and its query string. */
export function SaveView({
  action,
  hidden,
  values,
  labels,
}: {
  action: FormAction;
  hidden?: HiddenFields;
  values: Readonly<Record<string, string>>;
  labels: { open: string; name: string; save: string };
}) {
  return (
    <Menu start summary={<span className="btn btn-quiet">{labels.open}</span>}>
      <form action={action} method={typeof action === 'string' ? 'post' : undefined} className="flex gap-2 p-2">
        <HiddenInputs hidden={hidden} more={values} />
        <Input name="name" required maxLength={40} aria-label={labels.name} placeholder={labels.name} className="w-44" />
        <Button type="submit" variant="primary">
          {labels.save}
        </Button>
      </form>
    </Menu>
  );
}
