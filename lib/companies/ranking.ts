/** How well a company answers to what was typed: pure, over keys as `company_key` and `company_brand` make them. */

export interface Candidate {
  name: string;
  /** Key of the name, of the name after its place, of the short name. */
  key: string;
  brand: string;
  short: string;
  /** Keys of former names, apart by |. */
  former: string;
  pinyin: string;
  sounds: string;
  creditCode: string | null;
  isHere: boolean;
  byContact: boolean;
}

export interface Asked {
  key: string;
  /** Each way its characters or letters are pronounced, syllables apart by spaces. */
  readings: readonly string[];
}

/** A company found by a name it bore before. */
export const FORMER_RANK = 4.6;

const ENDING = /(有限责任公司|股份有限公司|有限公司)$/;
/** Places a name begins with, as `company_brand` in the database has them. */
const PLACE = /^\(?(中国|甘肃省?|兰州市?(高新区|新区|城关区?|七里河区?|西固区?|安宁区?)?|天水市?|白银市?|金昌市?|嘉峪关市?|酒泉市?|张掖市?|武威市?|定西市?|陇南市?|平凉市?|庆阳市?|临夏州?|甘南州?|敦煌市?|金城|陇上|河西|北京市?|上海市?|天津市?|重庆市?|深圳市?|广州市?|杭州市?|成都市?|西安市?|西宁市?|银川市?)\)?(?=..)/u;

/** A name's key without its place: what people call the company by. */
export function brandOf(key: string): string {
  return key.replace(PLACE, '');
}

const AFTER_BREAK = /[()（）·、\-\s]/;

/**
 * 0 the name itself, its short name or code; 1 its beginning; 2 the beginning of the short name; 3 of the name after its place;
 * 4 anywhere; 5 heard alike; 6 misspelt or abbreviated; 9 not at all. Fractions order within.
 */
export function rankOf({ key, readings }: Asked, company: Candidate): number {
  const bare = company.key.replace(ENDING, '');
  const code = company.creditCode?.toLowerCase() ?? '';
  if (company.key === key || bare === key || (company.short !== '' && company.short === key) || code === key || company.pinyin === key) return 0;
  if (company.brand.replace(ENDING, '') === key) return 0.5;
  if (company.key.startsWith(key) || (code !== '' && code.startsWith(key))) return 1;
  if (company.pinyin.startsWith(key)) return 1.2;
  if (company.short.startsWith(key)) return 2;
  if (company.brand.startsWith(key)) return 3;
  const at = company.key.indexOf(key);
  if (at > 0 && AFTER_BREAK.test(company.key.charAt(at - 1))) return 3.2;
  if (company.brand !== company.key && company.pinyin.slice(company.key.length - company.brand.length).startsWith(key)) return 3.4;
  if (at > 0) return 4 + Math.min(at, 40) / 100;
  if (company.short.includes(key)) return 4.5;
  if (company.former.split('|').some((former) => former.includes(key))) return FORMER_RANK;
  if (company.pinyin.includes(key)) return 4.7;
  if (company.byContact) return 4.8;
  return Math.min(heard(readings, company), misspelt(key, company));
}

function heard(readings: readonly string[], { sounds, key, brand }: Candidate): number {
  let best = 9;
  const places = key.length - brand.length;
  for (const reading of readings) {
    if (!reading.includes(' ')) continue;
    const exact = ` ${sounds} `.indexOf(` ${reading}`);
    const at = exact >= 0 ? exact : ` ${blur(sounds)} `.indexOf(` ${blur(reading)}`);
    if (at < 0) continue;
    const before = ` ${sounds} `.slice(0, at + 1).trim().split(' ').filter((one) => one !== '').length;
    const isStart = before === 0 || before === places;
    best = Math.min(best, 5 + (isStart ? 0 : 0.2) + (exact >= 0 ? 0 : 0.3));
  }
  return best;
}

/** Syllables heard alike where Lanzhou speaks, as `company_sound` has it. */
export function blur(sounds: string): string {
  return sounds.replace(/\b([zcs])h/g, '$1').replace(/([aei])ng\b/g, '$1n');
}

function misspelt(key: string, { key: name, brand, short, sounds }: Candidate): number {
  const typed = [...key.replace(ENDING, '')];
  if (typed.length < 3) return 9;
  const span = shortestSpan(typed, [...name.replace(ENDING, '')]);
  // Everything typed is there and hardly anything between: left out rather than mistaken.
  if (span !== null && span - typed.length <= 2) return 6 + (span - typed.length) / 40;
  const slip = Math.min(nearest(typed, [...name]), short === '' ? 9 : nearest(typed, [...short]));
  const most = typed.length < 6 ? 1 : 2;
  if (slip <= most) return 6 + slip / 10 + ([...brand].slice(0, 2).some((sign) => typed.slice(0, 2).includes(sign)) ? 0 : 0.05) + sounds.length / 10_000;
  if (span !== null) return 6.3 + Math.min(span, 40) / 200;
  const shared = new Set(pairs(typed)).size === 0 ? 0 : pairs(typed).filter((pair) => name.includes(pair)).length / pairs(typed).length;
  return shared >= 0.6 ? 6.8 - shared / 10 : 9;
}

const pairs = (signs: readonly string[]) => signs.slice(1).map((sign, at) => (signs[at] ?? '') + sign);

/** The fewest slips (a sign too many, too few, wrong, or two exchanged) that turn `typed` into some stretch of `text`. */
function nearest(typed: readonly string[], text: readonly string[]): number {
  let before: number[] = [];
  let row: number[] = new Array<number>(text.length + 1).fill(0);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= text.length; j += 1) {
      const same = typed[i - 1] === text[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && typed[i - 1] === text[j - 2] && typed[i - 2] === text[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}

/** How long a stretch of `text` holds all signs of `typed` in their order; null when none does. */
function shortestSpan(typed: readonly string[], text: readonly string[]): number | null {
  let best: number | null = null;
  for (let start = 0; start < text.length; start += 1) {
    if (text[start] !== typed[0]) continue;
    let at = start;
    const all = typed.every((sign) => {
      while (at < text.length && text[at] !== sign) at += 1;
      at += 1;
      return at <= text.length;
    });
    if (all && (best === null || at - start < best)) best = at - start;
  }
  return best;
}

/** Best first: by rank, those here before those gone, the shorter name, the name. Those that don't answer at all are left out. */
export function ranked<C extends Candidate>(asked: Asked, candidates: readonly C[]): (C & { rank: number })[] {
  return candidates
    .map((company) => ({ ...company, rank: rankOf(asked, company) }))
    .filter((company) => company.rank < 9)
    .sort((a, b) => Math.floor(a.rank) - Math.floor(b.rank) || Number(b.isHere) - Number(a.isHere) || a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
}
