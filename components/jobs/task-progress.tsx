'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';

interface Moment {
  state: 'waiting' | 'running' | 'done' | 'failed';
  done: number;
  total: number;
  /** In words. */
  error?: string;
}

const EVERY_MS = 1_000;

/**
 * How far long work has come. Asks every second while it lasts and refreshes the page when it ends; asking is no
 * activity. Without a script the page is reloaded by hand with `again`.
 */
export function TaskProgress({
  id,
  now,
  labels,
}: {
  id: string;
  now: Moment;
  labels: { waiting: string; running: string; done: string; failed: string; again: string };
}) {
  const router = useRouter();
  const [heard, setHeard] = useState<Moment | null>(null);
  const moment = heard ?? now;
  const over = moment.state === 'done' || moment.state === 'failed';

  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => {
      void ask(id).then((answer) => {
        if (answer === null) return;
        setHeard(answer);
        if (answer.state === 'done' || answer.state === 'failed') router.refresh();
      });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [id, over, router]);

  if (moment.state === 'failed') return <Notice tone="late" title={labels.failed}>{moment.error}</Notice>;
  if (moment.state === 'done') return <Notice tone="ok">{labels.done}</Notice>;
  const counted = moment.total > 0 ? ` ${moment.done.toLocaleString('en')} / ${moment.total.toLocaleString('en')}` : '';
  return (
    <div className="grid gap-2" aria-live="polite">
      <Progress value={moment.done} max={Math.max(moment.total, 1)} label={`${moment.state === 'waiting' ? labels.waiting : labels.running}${counted}`} />
      <a href="?" className="link text-sm [[data-js]_&]:hidden">
        {labels.again}
      </a>
    </div>
  );
}

async function ask(id: string): Promise<Moment | null> {
  try {
    const response = await fetch(`/api/tasks/${id}`, { headers: { accept: 'application/json', 'x-poll': '1' } });
    return response.ok ? ((await response.json()) as Moment) : null;
  } catch {
    return null; // offline for a moment
  }
}
