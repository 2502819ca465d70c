import type pg from 'pg';
import type { Page, Response } from '@playwright/test';
import type { SignIn } from '../fixtures/test';
import { addressesOf, isMadeByJourney, listPages, passages, portalOf, type Visitor } from '../routes';

/** What a walk over all pages looks at: every page but those that lead on at once, and the yardstick. */
export const pagesToSee = listPages().filter((pattern) => !passages.includes(pattern) && portalOf(pattern).length > 0 && !isMadeByJourney(pattern));

/** A portal's lists and what they lead to. What is set once, and what lies deeper, is looked at in test:full. */
export function isEveryDay(pattern: string): boolean {
  return !/^\/(admin|account|desk\/settings)(\/|$)/.test(pattern) && pattern.split('/').length <= 4;
}

/** Opens a page of the visitor; nobody gets a context without a session. */
export type Opener = (visitor: Visitor, options?: SignIn) => Promise<Page>;

export interface Seen {
  page: Page;
  visitor: Visitor;
  addresses: string[];
}

/**
 * The first of the portal's roles that may enter, with the addresses as that role finds them.
 * @throws when nobody may, or when any address answers something else than a page
 */
export async function enterAsFirst(open: Opener, database: pg.Client, pattern: string, options: SignIn = {}): Promise<Seen> {
  const refused: string[] = [];
  for (const visitor of portalOf(pattern)) {
    const addresses = await addressesOf(database, pattern, visitor);
    const page = await open(visitor, options);
    const status = (await see(page, addresses[0] ?? pattern)).status();
    if (status === 200) return { page, visitor, addresses };
    refused.push(`${visitor} ${status}`);
    await page.context().close();
  }
  throw new Error(`${pattern}: nobody of its portal sees it (${refused.join(', ')})`);
}

/** Goes there and waits until what the page brings along has run. */
export async function see(page: Page, address: string): Promise<Response> {
  const response = await page.goto(address, { waitUntil: 'load' });
  if (response === null) throw new Error(`${address} did not answer`);
  return response;
}
