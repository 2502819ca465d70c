import { column, defineSheet } from '@/lib/imports/sheet-spec';
import type { OutCell, OutColumn } from '@/lib/imports/write-sheet';
import { checkCreditCode } from '@/lib/kernel/credit-code';

const kinds = {
  invention: ['发明专利', '发明', '国防专利', 'Invention'],
  layout: ['集成电路布图设计专有权', '集成电路布图设计', '布图设计', 'Layout design'],
  plant: ['植物新品种', 'Plant variety'],
  crop: ['国家级农作物品种', '农作物品种', 'Crop variety'],
  drug: ['国家新药', '新药', 'New drug'],
  tcm: ['国家一级中药保护品种', '中药保护品种', 'Protected TCM'],
  utility: ['实用新型', '实用新型专利', 'Utility model'],
  design: ['外观设计', '外观设计专利', '外观', 'Design'],
  software: ['软件著作权', '软著', '计算机软件著作权', 'Software copyright'],
  trademark: ['商标', '注册商标', 'Trademark'],
} as const;
const ways = { own: ['自主研发', '原始取得', '自主', 'Own research'], transferred: ['受让', '转让', 'Transferred'], donated: ['受赠', '赠与', 'Donated'], merged: ['并购', 'Merger'] } as const;
const truth = { yes: ['是', '有', 'Y', '√', 'Yes'], no: ['否', 'N', '×', 'No'] } as const;
const codeCheck = (code: string) => {
  const checked = checkCreditCode(code);
  return checked.ok ? null : checked.problem;
};

/** Rights as companies and centers list them; a row means its company by code or by exact name, and its right by the number. */
export const ipSheet = defineSheet({
  company: column({ type: 'text', max: 100 }, ['企业名称', '公司名称', '单位名称', '企业', 'Company']),
  creditCode: column({ type: 'code', max: 40 }, ['统一社会信用代码', '信用代码', 'Credit code'], { check: codeCheck }),
  kind: column({ type: 'choice', choices: kinds }, ['类型', '知识产权类型', '类别', '专利类型', 'Kind'], { required: true }),
  number: column({ type: 'code', max: 40 }, ['编号', '专利号', '申请号', '登记号', '注册号', '授权号', '专利号/登记号', 'Number']),
  title: column({ type: 'text', max: 200 }, ['名称', '知识产权名称', '专利名称', '软件名称', '发明名称', 'Title'], { required: true }),
  filedOn: column({ type: 'day' }, ['申请日', '申请日期', '申请时间', 'Filed on']),
  grantedOn: column({ type: 'day' }, ['授权日', '授权日期', '登记日期', '授权时间', '注册日期', 'Granted on']),
  acquired: column({ type: 'choice', choices: ways }, ['获得方式', '取得方式', 'How acquired']),
  owner: column({ type: 'text', max: 200 }, ['权属人', '权利人', '专利权人', '著作权人', 'Owner']),
  endedOn: column({ type: 'day' }, ['失效日期', '终止日期', 'Ended on']),
  pledged: column({ type: 'choice', choices: truth }, ['是否质押', '质押', 'Pledged']),
  usedBefore: column({ type: 'choice', choices: truth }, ['是否已用于高企认定', '已用于高企', 'Used for HNTE']),
  note: column({ type: 'text', max: 500, lines: true }, ['备注', '说明', 'Note']),
});

export type IpKey = keyof typeof ipSheet.columns & string;
export const ipKeys = Object.keys(ipSheet.columns) as IpKey[];
const days: readonly IpKey[] = ['filedOn', 'grantedOn', 'endedOn'];

/** The headers of our own sheet in the reader's language; the first Chinese word and the first English one of each column. */
export function ipColumns(locale: string): OutColumn[] {
  return ipKeys.map((key) => ({ header: wordOf(ipSheet.columns[key].labels, locale), kind: days.includes(key) ? 'day' : 'text', ...(key === 'title' || key === 'company' ? { width: 36 } : {}) }));
}

/** One right as a row that reads back as the same. */
export function ipCells(row: Readonly<Record<IpKey, string | boolean | null>>, locale: string): OutCell[] {
  return ipKeys.map((key): OutCell => {
    const value = row[key];
    if (value === null || value === '') return null;
    const kind = ipSheet.columns[key].kind;
    if (kind.type !== 'choice') return String(value);
    const choices: Readonly<Record<string, readonly string[]>> = kind.choices;
    return wordOf(choices[typeof value === 'boolean' ? (value ? 'yes' : 'no') : value] ?? [String(value)], locale);
  });
}

function wordOf(words: readonly string[], locale: string): string {
  return (locale === 'en' ? words.find((word) => /^[A-Z][a-z]/.test(word)) : undefined) ?? words[0] ?? '';
}
