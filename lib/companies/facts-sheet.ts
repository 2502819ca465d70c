import { column, defineSheet } from '@/lib/imports/sheet-spec';
import type { OutCell, OutColumn } from '@/lib/imports/write-sheet';
import { checkCreditCode } from '@/lib/kernel/credit-code';
import { type FactKey, factKeys, mayBeNegative, unitOf } from './inputs/facts';

/** What people write above each figure; no brackets inside, since units stand in brackets. */
const labels: Record<FactKey, readonly [string, ...string[]]> = {
  revenue: ['营业收入', '销售收入', '年营业收入', 'Revenue'],
  mainRevenue: ['主营业务收入', 'Main business revenue'],
  highTechRevenue: ['高新技术产品收入', '高新收入', '高新技术产品服务收入', 'High-tech revenue'],
  totalIncome: ['总收入', 'Total income'],
  exports: ['出口总额', '出口额', 'Exports'],
  costExpense: ['成本费用支出总额', '成本费用', 'Cost and expense'],
  netProfit: ['净利润', 'Net profit'],
  totalAssets: ['资产总额', '总资产', 'Total assets'],
  liabilities: ['负债总额', '总负债', 'Liabilities'],
  netAssets: ['净资产', '所有者权益', 'Net assets'],
  taxesPaid: ['实际上缴税费', '上缴税金', '纳税额', '缴税', 'Taxes paid'],
  taxesRelieved: ['减免税', '减免税额', 'Taxes relieved'],
  grants: ['获得财政资助', '财政资助额', '政府补助', 'Grants'],
  rdAccounting: ['会计口径研发费用', '研发费用', 'RD accounting'],
  rdAccountingDomestic: ['会计口径境内研发费用', 'RD accounting domestic'],
  rdHnte: ['高企口径研发费用', 'RD high-tech'],
  rdHnteDomestic: ['高企口径境内研发费用', 'RD high-tech domestic'],
  rdDeduction: ['加计扣除口径研发费用', 'RD deduction'],
  rdDeductionDomestic: ['加计扣除口径境内研发费用', 'RD deduction domestic'],
  staff: ['从业人员', '职工总数', '从业人数', 'Staff'],
  rdStaff: ['研发人员', 'RD staff'],
  scienceStaff: ['科技人员', 'Science staff'],
  master: ['硕士', 'Masters'],
  phd: ['博士', 'Doctors'],
  college: ['大专以上', 'College and above'],
  returned: ['留学人员', 'Returned'],
  freshGraduates: ['吸纳应届大学毕业生', '应届毕业生', 'Fresh graduates'],
};

const figures = Object.fromEntries(
  factKeys.map((key) => [key, unitOf(key) === 'money' ? column({ type: 'money', unit: 'wan', negative: mayBeNegative(key) }, labels[key]) : column({ type: 'number', min: 0, max: 1_000_000 }, labels[key])]),
);

/** One row a company and year. */
export const factsSheet = defineSheet({
  company: column({ type: 'text', max: 100 }, ['企业名称', '公司名称', '单位名称', 'Company']),
  creditCode: column({ type: 'code', max: 40 }, ['统一社会信用代码', '信用代码', 'Credit code'], {
    check: (code) => {
      const checked = checkCreditCode(code);
      return checked.ok ? null : checked.problem;
    },
  }),
  year: column({ type: 'number', min: 0 }, ['年度', '年份', '数据年度', 'Year'], { required: true }),
  ...figures,
});

/** The headers of our own sheet, each with its unit. */
export function factsColumns(locale: string): OutColumn[] {
  const word = (all: readonly string[]) => (locale === 'en' ? all.at(-1) : all[0]) ?? '';
  return [
    { header: word(factsSheet.columns.company.labels), kind: 'text', width: 36 },
    { header: word(factsSheet.columns.creditCode.labels), kind: 'text' },
    { header: word(factsSheet.columns.year.labels), kind: 'number' },
    ...factKeys.map((key): OutColumn => {
      const money = unitOf(key) === 'money';
      const unit = money ? (locale === 'en' ? ' (10,000 yuan)' : '（万元）') : locale === 'en' ? '' : '（人）';
      return { header: `${word(labels[key])}${unit}`, kind: money ? 'wan' : 'number' };
    }),
  ];
}

export function factsCells(row: { company: string; creditCode: string | null; year: number; figures: Readonly<Partial<Record<FactKey, bigint>>> }): OutCell[] {
  return [row.company, row.creditCode, row.year, ...factKeys.map((key): OutCell => (row.figures[key] === undefined || unitOf(key) === 'money' ? row.figures[key] : Number(row.figures[key])))];
}
