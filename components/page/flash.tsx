'use client';

import { useEffect } from 'react';
import { Notice } from '@/components/ui/notice';

/** The sentence a redirect brought along. Its cookie is dropped once it was seen, so that a reload doesn't say it again. */
export function Flash({ message }: { message: string | null }) {
  useEffect(() => {
    if (message !== null) document.cookie = 'flash=; path=/; max-age=0; samesite=lax';
  }, [message]);
  if (message === null) return null;
  return (
    <div className="mb-3">
      <Notice tone="ok">{message}</Notice>
    </div>
  );
}
