import type { Tone } from './pill';

/** How far something long has come. `value` of `max`; `label` says it in words and is shown. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  const share = max > 0 ? Math.min(100, Math.round((value / max) * 100)) : 0;
  return (
    <div>
      <div className="mb-1 flex justify-between gap-3 text-sm text-ink-2">
        <span>{label}</span>
        <span className="num">{share}%</span>
      </div>
      <div className="bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value}>
        <i style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}

export type LaneTone = Extract<Tone, 'ok' | 'due' | 'late' | 'neutral'>;

/** Parallel lanes as small bars; `label` says the same in words and must stand visible beside or be said here. */
export function LaneBars({ lanes, label }: { lanes: readonly LaneTone[]; label: string }) {
  return (
    <span className="lanes" role="img" aria-label={label}>
      {lanes.map((tone, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lanes have a fixed order
        <i key={index} className={tone === 'neutral' ? undefined : tone} />
      ))}
    </span>
  );
}

const toneText = { ok: 'text-ok', due: 'text-due', late: 'text-late', neutral: 'text-ink-2' } as const;

/** One lane in full: who, how far (0–100), and in words. Stands in a `Card body="rows"`. */
export function Lane({ name, share, tone, children }: { name: string; share: number; tone: LaneTone; children: string }) {
  return (
    <div className="lane">
      <b>{name}</b>
      <div className="bar" aria-hidden="true">
        <i className={tone} style={{ width: `${Math.max(0, Math.min(100, share))}%` }} />
      </div>
      <span className={`text-sm ${toneText[tone]}`}>{children}</span>
    </div>
  );
}
