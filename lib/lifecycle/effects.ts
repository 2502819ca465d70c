import type { CompanyState } from '@/lib/companies/inputs';
import type { ItemEffect } from '@/lib/service-desk/inputs/item';

/** What granting a request brings about elsewhere, as far as it can be said without carrying it out. Pure. */

/** Where a company stands once the effect has come about, whoever brought it about: then nothing is done a second time. */
const brings: Readonly<Record<ItemEffect, readonly CompanyState[]>> = {
  admission: ['incubating'],
  graduation: ['graduated'],
  exit: ['exited', 'removed'],
};

export function standsAlready(effect: ItemEffect, state: CompanyState): boolean {
  return brings[effect].includes(state);
}

/** Of an item's effects the one the company asked for: the only one, or the one that one of its answers names. */
export function askedFor(effects: readonly ItemEffect[], answers: Readonly<Record<string, string>>): ItemEffect | null {
  const [first] = effects;
  if (effects.length <= 1) return first ?? null;
  return effects.find((effect) => Object.values(answers).includes(effect)) ?? null;
}
