'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { copyFrom, handleMenuKey, closeMenus, tick } from './live-parts';

/** A link or a GET form that stays inside the house and that the browser wouldn't open elsewhere. */
function inside(href: string): URL | null {
  const url = new URL(href, window.location.href);
  return url.origin === window.location.origin && !url.pathname.startsWith('/api/') ? url : null;
}

/**
 * One listener for the whole document instead of a script in every link, menu and checkbox: links and GET forms turn pages
 * without reloading, menus close, "all" ticks all, copy buttons copy. Without it everything still works the plain way.
 */
export function Live() {
  const router = useRouter();

  useEffect(() => {
    document.documentElement.dataset.js = '';

    const click = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      closeMenus(target);
      if (target === null || event.defaultPrevented || event.button !== 0) return;
      if (target.closest('[data-print]')) window.print();
      const copy = target.closest('[data-copy]');
      if (copy instanceof HTMLElement) copyFrom(copy);
      const link = target.closest('a[href]');
      if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if ((link.target && link.target !== '_self') || link.hasAttribute('download') || link.getAttribute('href')?.startsWith('#')) return;
      const url = inside(link.href);
      if (url === null || (url.hash !== '' && url.pathname === window.location.pathname && url.search === window.location.search)) return;
      event.preventDefault();
      closeMenus(null);
      router.push(url.pathname + url.search + url.hash);
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
    document.addEventListener('submit', submit);
    document.addEventListener('keydown', handleMenuKey);
    document.addEventListener('change', tick);
    return () => {
      document.removeEventListener('click', click);
      document.removeEventListener('submit', submit);
      document.removeEventListener('keydown', handleMenuKey);
      document.removeEventListener('change', tick);
    };
  }, [router]);

  return null;
}
