'use client';

import { usePathname } from 'next/navigation';
import { Tabs } from '@/components/ui/tabs';

/** A layout isn't told its path, so the browser marks where one is. */
export function AccountTabs({ label, pages }: { label: string; pages: readonly { href: string; label: string }[] }) {
  const path = usePathname();
  return <Tabs label={label} tabs={pages.map((page) => ({ ...page, current: page.href === path }))} />;
}
