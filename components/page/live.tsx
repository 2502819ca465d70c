'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { keepBell } from './bell';
import { wantsJump, wantsKeyHelp } from './live-keys';
import { closeMenus, copyFrom, handleMenuKey, insertFrom, tick } from './live-parts';
import { markCurrent } from './nav-links';

/** A link or a GET form that stays inside the house and that the browser wouldn't open elsewhere. */
function inside(href: string): URL | null {
  const url = new URL(href, window.location.href);
  return url.origin === window.location.origin && !url.pathname.startsWith('/api/') ? url : null;
}

/**
 * One listener for the whole document instead of a script in every link, menu and checkbox: links and GET forms turn pages
 * without reloading, menus close, "all" ticks all, copy buttons copy, keys move, the bell is asked again, the navigation marks
 * where one is, and the windows for jumping and for the keys open. Without it everything still works the plain way.
 */
export function Live() {
  const router = useRouter();
  const path = usePathname();
  const [shown, setShown] = useState<ReactNode>(null);

  useEffect(() => markCurrent(path), [path]);
  useEffect(keepBell, []);

  useEffect(() => {
    document.documentElement.dataset.js = '';
    const close = (): void => setShown(null);

    const openJump = async (): Promise<void> => {
      const form = document.querySelector<HTMLFormElement>('form[data-jump]');
      if (form === null) return;
      const { Jump } = await import('./jump');
      setShown(<Jump form={form} onClose={close} />);
    };

    const click = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      closeMenus(target);
      if (target === null || event.defaultPrevented || event.button !== 0) return;
      if (wantsJump(target)) void openJump();
      if (target.closest('[data-print]')) window.print();
      const keys = target.closest<HTMLElement>('[data-list-keys]');
      if (keys !== null) void import('@/components/list/key-help').then(({ KeyHelp }) => setShown(<KeyHelp button={keys} onClose={close} />));
      const copy = target.closest('[data-copy]');
      if (copy instanceof HTMLElement) copyFrom(copy);
      const link = target.closest('a[href]');
      if (link instanceof HTMLAnchorElement && insertFrom(link)) {
        event.preventDefault();
        return;
      }
      if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if ((link.target && link.target !== '_self') || link.hasAttribute('download') || link.getAttribute('href')?.startsWith('#')) return;
      const url = inside(link.href);
      if (url === null || (url.hash !== '' && url.pathname === window.location.pathname && url.search === window.location.search)) return;
      event.preventDefault();
      closeMenus(null);
      router.push(url.pathname + url.search + url.hash);
    };

    const input = (event: Event): void => {
      if (event.target instanceof Element && wantsJump(event.target) && !(event instanceof InputEvent && event.isComposing)) void openJump();
    };

    const key = (event: KeyboardEvent): void => {
      handleMenuKey(event);
      if (wantsJump(event)) {
        event.preventDefault();
        void openJump();
      } else if (wantsKeyHelp(event)) document.querySelector<HTMLElement>('[data-list-keys]')?.click();
    };

    const submit = (event: SubmitEvent): void => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method !== 'get' || form.target) return;
      const url = inside(form.action);
      if (url === null) return;
      event.preventDefault();
      const query = new URLSearchParams();
      for (const [name, value] of new FormData(form, event.submitter)) if (typeof value === 'string') query.append(name, value);
      router.push(`${url.pathname}?${query}`);
    };

    document.addEventListener('click', click);
    document.addEventListener('input', input);
    document.addEventListener('submit', submit);
    document.addEventListener('keydown', key);
    document.addEventListener('change', tick);
    return () => {
      document.removeEventListener('click', click);
      document.removeEventListener('input', input);
      document.removeEventListener('submit', submit);
      document.removeEventListener('keydown', key);
      document.removeEventListener('change', tick);
    };
  }, [router]);

  return shown;
}
