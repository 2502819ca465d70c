

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
