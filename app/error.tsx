'use client';

import { useEffect, useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { MessagePage } from '@/components/page/message-page';

type Words = { errorTitle: string; error: string; retry: string; home: string };

/** The page broke. The reference is the one in the log; words are fetched because nothing of the server is left to give them. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    const english = document.documentElement.lang === 'en';
    const load = english ? import('@/lib/kernel/messages/en/shell.json') : import('@/lib/kernel/messages/zh-CN/shell.json');
    void load.then((shell) => setWords(shell.default.message));
  }, []);
  if (words === null) return null;
  return (
    <MessagePage
      title={words.errorTitle}
      {...(error.digest === undefined ? {} : { reference: error.digest })}
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            {words.retry}
          </Button>
          <LinkButton href="/">{words.home}</LinkButton>
        </>
      }
    >
      {words.error}
    </MessagePage>
  );
}
