import { PrintSheet } from '@/components/page/print-sheet';
import { Notice } from '@/components/ui/notice';
import { printCode, type StoredContent } from '@/lib/documents/rules';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Translate } from '@/lib/kernel/i18n';

/** A numbered paper as it is printed: what it says was frozen at issue, only the frame's words follow the reader. */
export function DocumentSheet({
  t,
  locale,
  document,
  qr,
  url,
}: {
  t: Translate;
  locale: string;
  document: { number: string; title: string; issuedOn: string; checkCode: string; content: StoredContent; revokedAt: Date | null; supersededBy: { number: string } | null; setAsideAt: Date | null };
  qr: string;
  /** Where number and check code can be typed. */
  url: string;
}) {
  const { content } = document;
  return (
    <>
      {document.revokedAt !== null && <Notice tone="late">{t('states.revoked')}</Notice>}
      {document.supersededBy === null && document.setAsideAt !== null && <Notice tone="due">{t('setAside', { day: dayOf(document.setAsideAt) })}</Notice>}
      {document.supersededBy !== null && <Notice tone="due">{t('supersededBy', { number: document.supersededBy.number })}</Notice>}
      <PrintSheet
        title={document.title}
        number={t('no', { number: document.number })}
        issuer={content.issuer}
        day={formatDay(document.issuedOn, locale, 'long')}
        seal={t('seal')}
        qr={{
          svg: qr,
          label: t('qr'),
          text: (
            <>
              <div>{t('checkCode', { code: printCode(document.checkCode) })}</div>
              <div className="wrap-anywhere">{t('verifyAt', { url })}</div>
            </>
          ),
        }}
      >
        {content.paragraphs.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: frozen content, never reordered
          <p key={index} className="my-2 break-words whitespace-pre-wrap">
            {text}
          </p>
        ))}
        {content.rows.length > 0 && (
          <table>
            <tbody>
              {content.rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: frozen content, never reordered
                <tr key={index}>
                  <th scope="row" className="w-1/4">
                    {row.label}
                  </th>
                  <td className="break-words whitespace-pre-wrap">{row.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {content.tables.map((table, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: frozen content, never reordered
          <table key={index}>
            {table.title !== undefined && <caption className="text-left">{table.title}</caption>}
            <thead>
              <tr>
                {table.head.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: frozen content, never reordered
                  <th key={column} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: frozen content, never reordered
                <tr key={line}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: frozen content, never reordered
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
        {content.signatures.length > 0 && (
          <div className="mt-8 flex flex-wrap gap-x-12 gap-y-4">
            {content.signatures.map((signature, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: frozen content, never reordered
              <div key={index}>
                {signature.role}
                {': '}
                <span className="inline-block min-w-28 border-b border-[#333]">{signature.name ?? ''}</span>
                {signature.day !== undefined && <span className="num"> {signature.day}</span>}
              </div>
            ))}
          </div>
        )}
      </PrintSheet>
    </>
  );
}
