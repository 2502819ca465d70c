import { pinyin } from 'pinyin-pro';
import { cleanLine, toHalfWidth } from './text';

/** What stands around names and nobody types: brackets, dots, spaces. */
const SILENT = /[^\p{L}\p{N}]/gu;

/** The first letters of a name as people type them: 兰州A谷科技 → 'lzagkj'. Latin letters and digits stay. */
export function pinyinInitials(name: string): string {
  const plain = toHalfWidth(cleanLine(name)).replace(SILENT, '');
  if (plain === '') return '';
  const letters = pinyin(plain, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  return letters.join('').toLowerCase();
}
