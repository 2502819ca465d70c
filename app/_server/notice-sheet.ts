import type { OutColumn, OutSheet } from '@/lib/imports/write-sheet';
import { formatMoment } from '@/lib/kernel/date-text';
import type { Translate } from '@/lib/kernel/i18n';
import type { Notice, RecipientRow } from '@/lib/notices/queries/desk';
import { asks, progressOf } from '@/lib/notices/rules';

/** The companies of a notice as a sheet: on its own, and in the archive of the answers. `t` is the `notices` namespace. */
export function recipientSheet(t: Translate, locale: string, notice: Notice, recipients: readonly RecipientRow[], today: string): OutSheet {
  const asked = asks(notice);
  const moment = (at: Date | null) => (at === null ? null : formatMoment(at, locale));
  const columns: OutColumn[] = [
    { header: t('fields.company'), kind: 'text', width: 36 },
    { header: t('fields.progress'), kind: 'text', width: 14 },
    { header: t('fields.readAt'), kind: 'text', width: 18 },
    { header: t('fields.readBy'), kind: 'text', width: 12 },
    { header: t('fields.answeredAt'), kind: 'text', width: 18 },
    { header: t('fields.answeredBy'), kind: 'text', width: 12 },
    { header: t('fields.answer'), kind: 'text', width: 60 },
    { header: t('fields.files'), kind: 'number' },
  ];
  const rows = recipients.map((row) => {
    const progress = progressOf(notice, row, today);
    return [
      row.company,
      t(`progress.${progress === 'read' && !asked ? 'readOnly' : progress}`),
      moment(row.readAt),
      row.readBy,
      moment(row.answeredAt),
      row.answeredBy,
      row.answer,
      row.files,
    ];
  });
  return { name: t('sheet.name'), columns, rows };
}
