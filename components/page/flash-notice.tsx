'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';

/** Shown until the next page; its cookie is dropped at once, so that a reload doesn't say it again. */
export function FlashNotice({ message }: { message: string }) {
  const path = usePathname();
  const [first] = useState(path);

  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing where a page comes over plain http
    document.cookie = 'flash=; path=/; max-age=0; samesite=lax';
  }, []);

  if (path !== first) return null;
  return (
    <div className="mb-3">
      <Notice tone="ok">{message}</Notice>
    </div>
  );
}
