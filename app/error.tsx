'use client';

import { useEffect, useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { MessagePage } from '@/components/page/message-page';
import { DISK_FULL } from '@/lib/kernel/disk-full';

type Words = { errorTitle: string; error: string; diskFullTitle: string; diskFull: string; retry: string; home: string };

/** The page broke. A full disk is said as such; otherwise the reference is the one in the log; words are fetched because nothing of the server is left to give them. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    const english = document.documentElement.lang === 'en';
    const load = english ? import('@/lib/kernel/messages/en/shell.json') : import('@/lib/kernel/messages/zh-CN/shell.json');
    void load.then((shell) => setWords(shell.default.message));
  }, []);
  if (words === null) return null;
  const isFull = error.digest === DISK_FULL;
  return (
    <MessagePage
      title={isFull ? words.diskFullTitle : words.errorTitle}
      {...(error.digest === undefined || isFull ? {} : { reference: error.digest })}
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            {words.retry}
          </Button>
          <LinkButton href="/">{words.home}</LinkButton>
        </>
      }
    >
      {isFull ? words.diskFull : words.error}
    </MessagePage>
  );
}
