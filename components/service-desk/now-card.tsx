import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Toned } from '@/components/ui/pill';
import type { Said } from './words';

/** The one glance: where it is, who has it, until when. Buttons stand below. */
export function NowCard({ line, left, hint, children }: { line: string; left: Said | null; hint?: string; children?: ReactNode }) {
  const edge = left?.tone === 'late' || left?.tone === 'due' ? left.tone : true;
  return (
    <Card now={edge}>
      <p>
        {line}
        {left !== null && (
          <>
            {' '}
            <Toned tone={left.tone}>
              <b>{left.text}</b>
            </Toned>
          </>
        )}
      </p>
      {hint !== undefined && <p className="mt-1 text-sm text-ink-2">{hint}</p>}
      {children !== undefined && children !== null && <div className="mt-3 flex flex-wrap items-center gap-2">{children}</div>}
    </Card>
  );
}
