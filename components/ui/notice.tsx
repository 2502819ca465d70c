import type { ReactNode } from 'react';
import { Icon } from './icon';

/** A message in the page. `ok` and `info` are announced politely, `due` and `late` at once. */
export function Notice({
  tone = 'info',
  title,
  actions,
  children,
}: {
  tone?: 'ok' | 'info' | 'due' | 'late';
  title?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const icon = { ok: 'check', info: 'info', due: 'clock', late: 'warning' } as const;
  return (
    <div className={`notice notice-${tone}`} role={tone === 'ok' || tone === 'info' ? 'status' : 'alert'}>
      <Icon name={icon[tone]} size={18} />
      <div>
        {title !== undefined && <div className="font-semibold">{title}</div>}
        {children}
      </div>
      {actions}
    </div>
  );
}

/** Says what is not here yet and what to do first. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="font-semibold !text-ink">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {action !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
