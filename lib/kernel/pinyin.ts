import { pinyin } from 'pinyin-pro';
import { cleanLine, toHalfWidth } from './text';

/** What stands around names and nobody types: brackets, dots, spaces. */
const SILENT = /[^\p{L}\p{N}]/gu;
/** What nearly every name ends with: heard in all, so it tells none apart. */
const ENDING = /(有限责任公司|股份有限公司|有限公司)$/;

const plain = (name: string) => toHalfWidth(cleanLine(name)).replace(SILENT, '');

/** The first letters of a name as people type them: 兰州A谷科技 → 'lzagkj'. Latin letters and digits stay. */
export function pinyinInitials(name: string): string {
  const text = plain(name);
  if (text === '') return '';
  const letters = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  return letters.join('').toLowerCase();
}

/** The syllables of a name apart by spaces, without its ending: 兰州A谷科技有限公司 → 'lan zhou a gu ke ji'. */
export function pinyinSounds(name: string): string {
  const text = plain(name).replace(ENDING, '');
  if (text === '') return '';
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ').toLowerCase();
}

const SYLLABLE = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ve|ue|er|an|en|in|un|vn|ia|ua|uo|a|o|e|i|u|v)$/;
const BEGUN = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])$/;
const LONGEST = 6;
const MOST_READINGS = 4;

export interface Reading {
  /** Apart by spaces. */
  sounds: string;
  /** The last syllable is only begun: "qing h". */
  open: boolean;
}

/** How letters can be read as syllables, the fewest first: 'qinghe' → qing he. Empty when they can't. */
export function readSyllables(letters: string): Reading[] {
  const whole: Reading[] = [];
  const begun: Reading[] = [];
  const walk = (rest: string, before: readonly string[]): void => {
    if (whole.length >= MOST_READINGS) return;
    if (rest === '') {
      whole.push({ sounds: before.join(' '), open: false });
      return;
    }
    if (BEGUN.test(rest) && before.length > 0) {
      begun.push({ sounds: [...before, rest].join(' '), open: true });
      return;
    }
    for (let size = Math.min(LONGEST, rest.length); size > 0; size -= 1) {
      const syllable = rest.slice(0, size);
      if (SYLLABLE.test(syllable)) walk(rest.slice(size), [...before, syllable]);
    }
  };
  if (/^[a-z]{4,40}$/.test(letters)) walk(letters, []);
  // A letter left over is the beginning of a syllable only where nothing else can be made of it.
  return whole.length > 0 ? whole : begun.slice(0, MOST_READINGS);
}
