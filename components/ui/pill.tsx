import type { ReactNode } from 'react';
import { cx } from './cx';

/** ok = on time or done, due = soon, late = overdue or refused, neutral = nothing runs, accent = chosen. */
export type Tone = 'ok' | 'due' | 'late' | 'neutral' | 'accent';

const textTones: Record<Tone, string> = {
  ok: 'text-ok',
  due: 'text-due',
  late: 'text-late',
  neutral: 'text-ink-2',
  accent: 'text-accent',
};

/** A small label without a state. */
export function Pill({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={cx('pill', `pill-${tone}`)}>{children}</span>;
}

/** A state in words with a dot whose shape differs by tone, so that colour is never the only sign. */
export function StatePill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={cx('pill pill-dot', `pill-${tone}`)}>{children}</span>;
}

/** Words inside a sentence that carry a tone; the words themselves must say it too. */
export function Toned({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={textTones[tone]}>{children}</span>;
}
