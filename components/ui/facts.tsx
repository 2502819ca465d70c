import type { ReactNode } from 'react';
import { cx } from './cx';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Names and values, one below the other, or two pairs a line on a wide screen. Missing values must come as "—". */
export function DefinitionList({ facts, columns = 1 }: { facts: readonly Fact[]; columns?: 1 | 2 }) {
  return (
    <dl className={cx('facts', columns === 2 && 'facts-2')}>
      {facts.map((fact) => (
        <div key={fact.label} className="contents">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A QR code the server drew as an SVG string; `label` says where it leads. */
export function QrImage({ svg, label, size }: { svg: string; label: string; size?: number }) {
  return (
    <div
      className="qr"
      role="img"
      aria-label={label}
      style={size === undefined ? undefined : { width: size, padding: 8 }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own server from a code, never from typed text
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
