'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { Question } from '@/components/ui/ask';

export interface LeaveGuard {
  changed: () => void;
  settled: () => void;
}

/** Asks before a link or a closed tab throws away what was typed. */
export function useLeaveGuard(question: Question | undefined): LeaveGuard {
  const dirty = useRef(false);

  useEffect(() => {
    if (question === undefined) return;
    const asked = question;
    const unload = (event: BeforeUnloadEvent): void => {
      if (dirty.current) event.preventDefault();
    };
    const click = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!dirty.current || !(link instanceof HTMLAnchorElement)) return;
      const here = link.getAttribute('href')?.startsWith('#') ?? true;
      if (here || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || link.target || link.hasAttribute('download')) return;
      event.preventDefault();
      event.stopPropagation();
      void import('@/components/ui/ask').then(async ({ ask }) => {
        if (await ask(asked)) {
          dirty.current = false;
          link.click();
        }
      });
    };
    window.addEventListener('beforeunload', unload);
    window.addEventListener('click', click, true);
    return () => {
      window.removeEventListener('beforeunload', unload);
      window.removeEventListener('click', click, true);
    };
  }, [question]);

  return useMemo(
    () => ({
      changed: () => {
        dirty.current = true;
      },
      settled: () => {
        dirty.current = false;
      },
    }),
    [],
  );
}
