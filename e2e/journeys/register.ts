import { randomInt } from 'node:crypto';
import exceljs from 'exceljs';
import { creditCodeDigit, organisationDigit } from '@/lib/kernel/credit-code';

export interface NewCompany {
  name: string;
  creditCode: string;
  phone: string;
}

/** A company nobody has, with a code whose digits are right and a phone nobody has. */
export function newCompany(): NewCompany {
  const number = String(randomInt(10_000_000, 99_999_999));
  const organisation = `MA${number.slice(0, 6)}`;
  const first = `91620100${organisation}${organisationDigit(organisation)}`;
  return { name: `甘肃试航${number}科技有限公司`, creditCode: first + creditCodeDigit(first), phone: `137${number}` };
}

/** The kind of register centers keep: a merged title, a note, then the header. */
export async function registerOf(companies: readonly NewCompany[], more: readonly string[][] = []): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('在孵企业');
  sheet.addRow(['2026 年在孵企业登记表']);
  sheet.mergeCells('A1:F1');
  sheet.addRow([]);
  sheet.addRow(['序号', '企业名称', '统一社会信用代码', '注册资本（万元）', '企业联络员', '联系人', '联系电话', '状态']);
  for (const [index, { name, creditCode, phone }] of companies.entries()) sheet.addRow([index + 1, name, creditCode, 120, '李晓梅', '试航人', phone, '在孵']);
  for (const row of more) sheet.addRow(row);
  sheet.addRow(['合计', companies.length]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
