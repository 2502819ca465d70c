import type { ReactNode } from 'react';
import { drawn } from '@/components/ui/markup';
import type { Tone } from '@/components/ui/pill';
import { Toned } from '@/components/ui/pill';

/** One file: sections on the left, who and what happened on the right; one column below 1,000 px. */
export async function FileLayout({ side, sideLabel, children }: { side: ReactNode; sideLabel: string; children: ReactNode }) {
  return drawn(
    <div className="file">
      <div className="file-main">{children}</div>
      <aside className="file-side" aria-label={sideLabel}>
        {side}
      </aside>
    </div>,
  );
}

export interface Stat {
  name: string;
  value: ReactNode;
  /** Printed small behind the value. */
  unit?: string;
  note?: ReactNode;
  tone?: Tone;
  /** The rows behind the number. */
  href?: string;
}

/** A few numbers side by side; each with an address opens its rows. */
export function StatCards({ stats }: { stats: readonly Stat[] }) {
  return (
    <div className="stats">
      {stats.map((stat) => {
        const inside = (
          <>
            <span className="stat-name">{stat.name}</span>
            <b>
              {stat.value}
              {stat.unit !== undefined && <small> {stat.unit}</small>}
            </b>
            {stat.note !== undefined && <Toned tone={stat.tone ?? 'neutral'}>{stat.note}</Toned>}
          </>
        );
        return stat.href === undefined ? (
          <div key={stat.name} className="stat">
            {inside}
          </div>
        ) : (
          <a key={stat.name} href={stat.href} className="stat">
            {inside}
          </a>
        );
      })}
    </div>
  );
}
