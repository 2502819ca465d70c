import type { ReactNode } from 'react';

export interface Happening {
  id: string;
  /** As people read it. */
  when: string;
  /** The moment for machines, ISO 8601. */
  at?: string;
  /** A whole sentence. */
  text: ReactNode;
  tone?: 'on' | 'ok' | 'late';
}

/** What happened, newest first, in sentences. The first one is marked unless tones are given. */
export function Timeline({ items, empty }: { items: readonly Happening[]; empty: string }) {
  if (items.length === 0) return <p className="px-(--pad) pb-3 text-sm text-ink-2">{empty}</p>;
  return (
    <ol className="timeline">
      {items.map((item, index) => (
        <li key={item.id} className={item.tone ?? (index === 0 ? 'on' : undefined)}>
          <time dateTime={item.at} className="num">
            {item.when}
          </time>
          {item.text}
        </li>
      ))}
    </ol>
  );
}
