import type { ReactNode } from 'react';
import { QrImage } from '@/components/ui/facts';

/** One A4 paper: number, title, body (tables print with lines), place for the seal, QR to verify. `issuer` and `day` stand by the seal. */
export function PrintSheet({
  title,
  number,
  note,
  issuer,
  day,
  seal,
  qr,
  children,
}: {
  title: string;
  /** With its word, e.g. the translated "No. …". */
  number?: string;
  /** On the right of the number: a date, a copy's mark. */
  note?: string;
  issuer?: string;
  day?: string;
  /** The words in the empty circle. */
  seal?: string;
  qr?: { svg: string; label: string; text: ReactNode };
  children: ReactNode;
}) {
  return (
    <article className="sheet">
      <div className="sheet-no num">
        <span>{number}</span>
        <span>{note}</span>
      </div>
      <h1>{title}</h1>
      {children}
      <div className="sheet-foot">
        {qr ? (
          <div className="sheet-qr">
            <QrImage svg={qr.svg} label={qr.label} />
            <div>{qr.text}</div>
          </div>
        ) : (
          <span />
        )}
        <div className="text-center">
          {seal !== undefined && <div className="sheet-seal mx-auto mb-3">{seal}</div>}
          {issuer !== undefined && <div>{issuer}</div>}
          {day !== undefined && <div className="num">{day}</div>}
        </div>
      </div>
    </article>
  );
}
