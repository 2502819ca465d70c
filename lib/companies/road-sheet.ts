import { column, defineSheet } from '@/lib/imports/sheet-spec';
import type { OutCell, OutColumn } from '@/lib/imports/write-sheet';
import { checkCreditCode } from '@/lib/kernel/credit-code';

const kinds = {
  applied: ['申请入孵', '申请', 'Applied'],
  under_review: ['受理评审', '评审', 'Under review'],
  declined: ['未入孵', '未通过', 'Declined'],
  admitted: ['入孵', '入驻', 'Admitted'],
  moved: ['换载体', '搬迁', 'Moved'],
  extended: ['延期', 'Extended'],
  graduated: ['毕业', 'Graduated'],
  exited: ['退出', 'Left'],
  removed: ['清退', 'Removed'],
} as const;

/** What happened to companies on their way, one step a row. */
export const roadSheet = defineSheet({
  company: column({ type: 'text', max: 100 }, ['企业名称', '公司名称', '单位名称', 'Company']),
  creditCode: column({ type: 'code', max: 40 }, ['统一社会信用代码', '信用代码', 'Credit code'], {
    check: (code) => {
      const checked = checkCreditCode(code);
      return checked.ok ? null : checked.problem;
    },
  }),
  kind: column({ type: 'choice', choices: kinds }, ['事项', '历程事项', 'Step'], { required: true }),
  onDay: column({ type: 'day' }, ['日期', '发生日期', 'Day'], { required: true }),
  carrier: column({ type: 'text', max: 50 }, ['载体', '所在载体', 'Carrier']),
  room: column({ type: 'text', max: 50 }, ['房间号', '房号', 'Room']),
  area: column({ type: 'area' }, ['面积', '使用面积', 'Area']),
  untilOn: column({ type: 'day' }, ['延期至', 'Extended until']),
  reason: column({ type: 'text', max: 500 }, ['说明', '事由', '原因', 'Reason']),
});

export function roadColumns(locale: string): OutColumn[] {
  return Object.entries(roadSheet.columns).map(([key, { labels, kind }]) => ({
    header: `${(locale === 'en' ? labels.at(-1) : labels[0]) ?? key}${key === 'area' ? (locale === 'en' ? ' (m²)' : '（㎡）') : ''}`,
    kind: kind.type === 'day' ? 'day' : kind.type === 'area' ? 'area' : 'text',
    ...(key === 'company' ? { width: 36 } : {}),
  }));
}

export function roadCells(
  row: { company: string; creditCode: string | null; kind: keyof typeof kinds; onDay: string; carrier: string | null; room: string | null; area: number | null; untilOn: string | null; reason: string },
  locale: string,
): OutCell[] {
  const words = kinds[row.kind];
  return [row.company, row.creditCode, locale === 'en' ? words.at(-1) : words[0], row.onDay, row.carrier, row.room, row.area, row.untilOn, row.reason];
}
