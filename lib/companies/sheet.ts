import { profileColumns } from './profile-columns';
import { column, defineSheet } from '@/lib/imports/sheet-spec';
import { checkCreditCode } from '@/lib/kernel/credit-code';
import type { OutColumn } from '@/lib/imports/write-sheet';
import { dayProblem } from './rules';

const states = {
  prospect: ['意向', '意向企业', '拟入驻', '待入驻', 'Prospect'],
  incubating: ['在孵', '在孵企业', '在园', '在驻', '入驻', '入孵', 'In incubation', 'Incubating'],
  graduated: ['毕业', '已毕业', '毕业企业', 'Graduated'],
  exited: ['退出', '已退出', '退孵', '迁出', '离园', '搬离', 'Left', 'Exited'],
  removed: ['清退', '已清退', '注销', '吊销', 'Removed'],
} as const;

const leading = {
  biomedicine: ['生物医药', '生物与新医药', '医药', 'Biomedicine'],
  smart_manufacturing: ['智能制造', '先进制造', '装备制造', 'Smart manufacturing'],
  new_materials: ['新材料', 'New materials'],
  energy_saving: ['节能环保', '环保', '新能源与节能', 'Energy saving and environment'],
  big_data: ['大数据', '电子信息', '软件和信息服务', '信息技术', 'Big data'],
  other: ['其他', '其它', 'Other'],
} as const;

/** The register's columns as incubators head them, in both languages; the first word is the one our own sheets print. */
export const registerSheet = defineSheet({
  name: column({ type: 'text', max: 100 }, ['企业名称', '公司名称', '单位名称', '名称', '入驻企业', '在孵企业', '在孵企业名称', '孵化企业', 'Company name', 'Company', 'Name'], {
    required: true,
    check: (name) => ([...name].length < 2 ? 'company.nameTooShort' : null),
  }),
  shortName: column({ type: 'text', max: 50 }, ['简称', '企业简称', '公司简称', 'Short name']),
  creditCode: column({ type: 'code', max: 40 }, ['统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', '税号', '纳税人识别号', 'Unified social credit code', 'Credit code'], {
    check: (code) => {
      const checked = checkCreditCode(code);
      return checked.ok ? null : checked.problem;
    },
  }),
  registrationNumber: column({ type: 'code', max: 30 }, ['注册号', '工商注册号', '营业执照号', '执照号', 'Registration number']),
  legalRepresentative: column({ type: 'text', max: 50 }, ['法定代表人', '法人代表', '法人', '法定代表人姓名', '负责人', '企业负责人', 'Legal representative'], { masked: true }),
  registeredCapital: column({ type: 'money', unit: 'wan' }, ['注册资本', '注册资金', '注册资本金', 'Registered capital']),
  establishedOn: column({ type: 'day' }, ['成立日期', '成立时间', '注册日期', '注册时间', '企业成立时间', 'Established on', 'Established'], { check: dayProblem }),
  address: column({ type: 'text', max: 200 }, ['地址', '注册地址', '企业地址', '公司地址', '经营地址', '住所', 'Address']),
  industry: column({ type: 'text', max: 100 }, ['行业', '所属行业', '行业类别', '主营业务', '行业领域', 'Industry']),
  leadingIndustry: column({ type: 'choice', choices: leading }, ['主导产业', '所属主导产业', '产业', '产业方向', '产业类别', 'Leading industry']),
  carrier: column({ type: 'text', max: 50 }, ['载体', '所在载体', '孵化载体', '园区', '所在园区', '楼宇', '楼栋', 'Carrier', 'Building']),
  room: column({ type: 'text', max: 50 }, ['房间号', '房号', '房间', '门牌号', '办公室', '办公室号', 'Room']),
  area: column({ type: 'area' }, ['面积', '租用面积', '租赁面积', '入驻面积', '使用面积', '办公面积', '场地面积', '孵化面积', 'Area']),
  state: column({ type: 'choice', choices: states }, ['状态', '企业状态', '在孵状态', '孵化状态', '入驻状态', 'State', 'Status']),
  admittedOn: column({ type: 'day' }, ['入孵时间', '入孵日期', '入驻时间', '入驻日期', '入园时间', '入园日期', '进驻时间', 'Admitted on', 'Admitted'], { check: dayProblem }),
  leftOn: column({ type: 'day' }, ['离园时间', '毕业时间', '退出时间', '迁出时间', '毕业日期', '退出日期', '离园日期', '迁出日期', 'Left on', 'Left'], { check: dayProblem }),
  tags: column({ type: 'text', max: 400 }, ['标签', '企业标签', '分类标签', 'Tags']),
  liaison: column({ type: 'text', max: 50 }, ['联络员', '企业联络员', '专属联络员', '服务专员', 'Liaison']),
  counsellor: column({ type: 'text', max: 50 }, ['辅导员', '企业辅导员', '创业辅导员', 'Counsellor']),
  mentor: column({ type: 'text', max: 50 }, ['创业导师', '导师', '辅导导师', 'Mentor']),
  contactName: column({ type: 'text', max: 50 }, ['联系人', '企业联系人', '联系人姓名', '经办人', 'Contact'], { masked: true }),
  contactPhone: column({ type: 'phone' }, ['联系电话', '联系方式', '电话', '手机', '手机号', '联系人电话', '联系人手机', 'Phone', 'Contact phone'], { masked: true }),
  contactEmail: column({ type: 'text', max: 200 }, ['邮箱', '电子邮箱', '联系邮箱', '电子邮件', 'E-mail', 'Email'], {
    check: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : 'invalidEmail'),
  }),
  ...profileColumns,
  note: column({ type: 'text', max: 2_000, lines: true }, ['备注', '说明', 'Note', 'Notes', 'Remarks']),
});

export type RegisterKey = keyof typeof registerSheet.columns & string;
export const registerKeys = Object.keys(registerSheet.columns) as RegisterKey[];

/** How each column is written; 万元 and ㎡ stand in its header. */
export const registerKinds: Record<RegisterKey, OutColumn['kind']> = {
  name: 'text', shortName: 'text', creditCode: 'text', registrationNumber: 'text', legalRepresentative: 'text',
  registeredCapital: 'wan', establishedOn: 'day', address: 'text', industry: 'text', leadingIndustry: 'text', carrier: 'text',
  room: 'text', area: 'area', state: 'text', admittedOn: 'day', leftOn: 'day', tags: 'text', liaison: 'text', counsellor: 'text',
  mentor: 'text', contactName: 'text', contactPhone: 'text', contactEmail: 'text',
  paidInCapital: 'wan', industryDivision: 'text', techField: 'text', founderTraits: 'text', taxpayerKind: 'text', registrationType: 'text', note: 'text',
};

/** The word a sheet prints for a stored choice, so that it reads back as the same. */
export function choiceWord(key: 'state' | 'leadingIndustry', value: string, locale: string): string {
  const words: Readonly<Record<string, readonly string[]>> = key === 'state' ? states : leading;
  const all = words[value] ?? [];
  return (locale === 'en' ? all.find((word) => /^[A-Z]/.test(word)) : all[0]) ?? value;
}

/** A column's header in our own sheets: its word and its unit. */
export function headerOf(key: RegisterKey, locale: string): string {
  const { labels } = registerSheet.columns[key];
  const word = (locale === 'en' ? labels.find((label) => /^[A-Z]/.test(label)) : labels[0]) ?? key;
  const en = locale === 'en';
  if (key === 'registeredCapital' || key === 'paidInCapital') return `${word}${en ? ' (10,000 yuan)' : '（万元）'}`;
  if (key === 'area') return `${word}${en ? ' (m²)' : '（㎡）'}`;
  return word;
}

/** What can be set for many companies at once; names and codes are each company's own. */
export const bulkKeys = ['leadingIndustry', 'industry', 'carrier', 'address', 'tags', 'liaison', 'counsellor', 'mentor', 'note'] as const satisfies readonly RegisterKey[];
