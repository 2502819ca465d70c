import { Icon } from '@/components/ui/icon';
import type { SearchProps } from './jump-to';

/** The search box on top. A plain form without a script; with one, a click, typing or Ctrl/⌘ K opens the jump-to window. */
export function SearchBox({ action, url, placeholder, labels }: SearchProps) {
  return (
    <form action={action} method="get" role="search" className="search" data-jump={JSON.stringify({ url, placeholder, labels })}>
      <Icon name="search" size={14} />
      <input name="q" type="search" aria-label={labels.title} placeholder={placeholder} autoComplete="off" maxLength={100} data-page-search />
      <kbd>Ctrl K</kbd>
    </form>
  );
}
