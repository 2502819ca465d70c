import { column } from '@/lib/imports/sheet-spec';
import { industrySections } from './industries';
import type { founderTraits, registrationTypes, taxpayerKinds, techFields } from './inputs/profile';

/** What a register's sheet says of a company beyond its first page; the first word of each choice is the one our own sheets print. */

type Words<T extends readonly string[]> = Record<T[number], readonly [string, ...string[]]>;

const techWords: Words<typeof techFields> = {
  electronics: ['电子信息', 'Electronics and information'],
  biomedicine: ['生物与新医药', 'Biology and new medicine'],
  aerospace: ['航空航天', 'Aviation and space'],
  newMaterials: ['新材料', 'New materials'],
  services: ['高技术服务', 'High-tech services'],
  newEnergy: ['新能源与节能', 'New energy and energy saving'],
  environment: ['资源与环境', 'Resources and environment'],
  manufacturing: ['先进制造与自动化', 'Advanced manufacturing and automation'],
};

const taxpayerWords: Words<typeof taxpayerKinds> = {
  general: ['一般纳税人', '增值税一般纳税人', 'General taxpayer'],
  small: ['小规模纳税人', '小规模', 'Small-scale taxpayer'],
};

const registrationWords: Words<typeof registrationTypes> = {
  '110': ['国有', '110', 'State-owned'], '120': ['集体', '120', 'Collective'], '130': ['股份合作', '130', 'Joint-stock cooperative'],
  '141': ['国有联营', '141', 'State joint operation'], '142': ['集体联营', '142', 'Collective joint operation'], '143': ['国有与集体联营', '143', 'State and collective joint operation'], '149': ['其他联营', '149', 'Other joint operation'],
  '151': ['国有独资公司', '151', 'Wholly state-owned company'], '159': ['其他有限责任公司', '有限责任公司', '159', 'Other limited liability company'], '160': ['股份有限公司', '160', 'Company limited by shares'],
  '171': ['私营独资', '171', 'Private sole proprietorship'], '172': ['私营合伙', '172', 'Private partnership'], '173': ['私营有限责任公司', '173', 'Private limited liability company'], '174': ['私营股份有限公司', '174', 'Private company limited by shares'],
  '190': ['其他', '190', 'Other'],
  '210': ['合资经营（港澳台资）', '210', 'Joint venture (HK, Macao, Taiwan)'], '220': ['合作经营（港澳台资）', '220', 'Cooperative venture (HK, Macao, Taiwan)'], '230': ['港澳台商独资', '230', 'Wholly owned (HK, Macao, Taiwan)'],
  '240': ['港澳台商投资股份有限公司', '240', 'Limited by shares (HK, Macao, Taiwan)'], '290': ['其他港澳台商投资', '290', 'Other (HK, Macao, Taiwan)'],
  '310': ['中外合资经营', '310', 'Sino-foreign joint venture'], '320': ['中外合作经营', '320', 'Sino-foreign cooperative venture'], '330': ['外资企业', '330', 'Wholly foreign-owned'],
  '340': ['外商投资股份有限公司', '340', 'Foreign-invested, limited by shares'], '390': ['其他外商投资', '390', 'Other foreign investment'],
};

/** Written with its number, which no two share; the name alone and the section's letter before the number are read, too. */
const divisionWords = Object.fromEntries(
  industrySections.flatMap(({ code: section, divisions }) => divisions.map(({ code, zh, en }) => [code, [`${code} ${zh}`, zh, code, `${section}${code}`, `${code} ${en}`]] as const)),
);

const traitWords: Words<typeof founderTraits> = {
  student: ['大学生', '大学生创业', 'Student'],
  returnee: ['留学人员', '留学人员创业', '海归', 'Returned from abroad'],
  scientist: ['科技人员', '科技人员创业', 'Scientist or engineer'],
  serial: ['连续创业', '连续创业者', 'Serial founder'],
};

const apart = (text: string) => text.split(/[、,，;；/\s]+(?![a-z])/).map((word) => word.trim()).filter((word) => word !== '');

/** The traits a cell names, each once and in one order, by the word our own sheets print; null where a word is none. */
export function traitsIn(text: string): string[] | null {
  const named = apart(text).map((word) => Object.values(traitWords).find((words) => words.some((one) => one.toLowerCase() === word.toLowerCase()))?.[0]);
  return named.includes(undefined) ? null : Object.values(traitWords).map(([word]) => word).filter((word) => named.includes(word));
}

/** Stored traits as a sheet says them, and back. */
export function traitsAsWords(keys: readonly string[]): string[] {
  return Object.entries(traitWords).flatMap(([key, [word]]) => (keys.includes(key) ? [word] : []));
}

export function traitsAsKeys(words: readonly string[]): string[] {
  return Object.entries(traitWords).flatMap(([key, [word]]) => (words.includes(word) ? [key] : []));
}

export function traitWord(word: string, locale: string): string {
  return (locale === 'en' ? Object.values(traitWords).find(([first]) => first === word)?.at(-1) : word) ?? word;
}

export const profileColumns = {
  paidInCapital: column({ type: 'money', unit: 'wan' }, ['实缴资本', '实收资本', '实缴资金', 'Paid-in capital']),
  industryDivision: column({ type: 'choice', choices: divisionWords }, ['国民经济行业', '国民经济行业大类', '国民经济行业分类', '行业大类', 'Industry division']),
  techField: column({ type: 'choice', choices: techWords }, ['技术领域', '高新技术领域', '所属技术领域', 'Technical field']),
  founderTraits: column({ type: 'text', max: 60 }, ['创业特征', '创业者特征', '创始人特征', 'Founders'], { check: (text) => (traitsIn(text) === null ? 'sheet.notAChoice' : null) }),
  taxpayerKind: column({ type: 'choice', choices: taxpayerWords }, ['纳税人类型', '纳税人资格', 'Taxpayer']),
  registrationType: column({ type: 'choice', choices: registrationWords }, ['登记注册类型', '企业登记注册类型', 'Registration type']),
} as const;

const choices: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = { industryDivision: divisionWords, techField: techWords, taxpayerKind: taxpayerWords, registrationType: registrationWords };

/** The word a sheet prints for a stored choice of these columns; null for any other column. */
export function profileWord(key: string, value: string, locale: string): string | null {
  const words = choices[key]?.[value];
  return words === undefined ? null : ((locale === 'en' ? words.at(-1) : words[0]) ?? value);
}
