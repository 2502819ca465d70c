import { column, defineSheet } from '@/lib/imports/sheet-spec';
import type { OutCell, OutColumn } from '@/lib/imports/write-sheet';
import { checkCreditCode } from '@/lib/kernel/credit-code';
import { maskPhone } from '@/lib/kernel/phone';

/** Everybody a center may call, one a row; numbers leave the house masked, and a masked one stays as it is. */
export const contactsSheet = defineSheet({
  company: column({ type: 'text', max: 100 }, ['企业名称', '公司名称', '单位名称', 'Company']),
  creditCode: column({ type: 'code', max: 40 }, ['统一社会信用代码', '信用代码', 'Credit code'], {
    check: (code) => {
      const checked = checkCreditCode(code);
      return checked.ok ? null : checked.problem;
    },
  }),
  name: column({ type: 'text', max: 50 }, ['姓名', '联系人', '联系人姓名', 'Name'], { required: true }),
  title: column({ type: 'text', max: 50 }, ['职务', '岗位', 'Position']),
  phone: column({ type: 'phone' }, ['电话', '联系电话', '手机', '手机号', 'Phone'], { masked: true }),
  email: column({ type: 'text', max: 200 }, ['邮箱', '电子邮箱', 'E-mail', 'Email'], { check: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : 'invalidEmail') }),
  primary: column({ type: 'choice', choices: { yes: ['是', 'Y', '√', 'Yes'], no: ['否', 'N', 'No'] } }, ['主要联系人', '是否主要', 'Main contact']),
});

export const contactKeys = ['title', 'phone', 'email', 'primary'] as const;

export function contactColumns(locale: string): OutColumn[] {
  return Object.entries(contactsSheet.columns).map(([key, { labels }]) => ({
    header: (locale === 'en' ? labels.find((word) => /^[A-Z]/.test(word)) : labels[0]) ?? key,
    kind: 'text',
    ...(key === 'company' ? { width: 36 } : {}),
  }));
}

export function contactCells(row: { company: string; creditCode: string | null; name: string; title: string; phone: string | null; email: string | null; isPrimary: boolean }, locale: string): OutCell[] {
  const truth = locale === 'en' ? ['Yes', 'No'] : ['是', '否'];
  return [row.company, row.creditCode, row.name, row.title === '' ? null : row.title, row.phone === null ? null : maskPhone(row.phone), row.email, row.isPrimary ? truth[0] : truth[1]];
}
