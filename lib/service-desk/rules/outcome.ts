import type { OutcomeWords } from '../inputs/item';

/** What an item calls an outcome in a language; null where it says nothing, and the general word stands. */
export function outcomeWord(words: OutcomeWords, outcome: 'granted' | 'declined', english: boolean): string | null {
  const word = english ? words[`${outcome}En`] : words[outcome];
  return word === undefined || word === '' ? null : word;
}

/** As it is kept: what is left empty isn't there. */
export function outcomeWordsOf(typed: Required<OutcomeWords>): OutcomeWords {
  return Object.fromEntries(Object.entries(typed).filter(([, word]) => word !== ''));
}
