'use client';

import { useEffect, useState } from 'react';

const EVERY_MS = 10_000;

/** The number behind the bell. Asks again every 10 s, only while the page is seen; asking is not activity. */
export function NotificationCount({ label, count, url }: { label: string; count: number; url?: string | undefined }) {
  // What was heard counts until the server says another number itself.
  const [heard, setHeard] = useState({ count, drawn: count });

  useEffect(() => {
    if (url === undefined) return;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      try {
        const response = await fetch(url, { headers: { accept: 'application/json', 'x-poll': '1' } });
        const body: unknown = response.ok ? await response.json() : null;
        if (body !== null && typeof body === 'object' && 'count' in body && typeof body.count === 'number') setHeard({ count: body.count, drawn: count });
      } catch {
        // Offline for a moment: the last number stands until the next try.
      }
    };
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => clearInterval(timer);
  }, [url, count]);

  const now = heard.drawn === count ? heard.count : count;
  return (
    <>
      <span className="top-count" aria-hidden="true">
        {now > 0 ? (now > 99 ? '99+' : now) : ''}
      </span>
      <span className="sr-only">{`${label} ${now}`}</span>
    </>
  );
}
