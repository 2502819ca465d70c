import { asClient } from '@/db/embedded/roles';
import { both } from '../bootstrap/words.mjs';
import { type Installation, rememberEmpty, wantsEmpty } from '../house/installation';
import { Problem } from '../house/problems';
import type { Flags } from './flags';

/**
 * Puts the demo into an empty database: always into our own unless it was begun with --empty, into somebody's own
 * PostgreSQL only when asked.
 * @throws Problem notEmpty, demoNotEmpty
 */
export async function fillDatabase(house: Installation, flags: Flags, note: (text: string) => void): Promise<void> {
  await knowTheYears(house.ownerUrl);
  const untouched = await isUntouched(house.ownerUrl);
  if (flags.empty && !untouched && !wantsEmpty(house.dataFolder)) throw new Problem('notEmpty', { path: house.dataFolder });
  if (flags.demo && !untouched && !(await holdsDemo(house.ownerUrl))) throw new Problem('demoNotEmpty');
  if (flags.empty) rememberEmpty(house.dataFolder);
  const wanted = flags.demo || (house.embedded && !wantsEmpty(house.dataFolder));
  if (!untouched || flags.empty || !wanted) return note(both(untouched ? 'notes.notNeeded' : 'notes.unchanged'));
  const { seedDemo } = await import('@/db/seed/index');
  const { today } = flags;
  const clock = today === null ? { today: todayInShanghai(), now: new Date() } : { today };
  await seedDemo({ ownerUrl: house.ownerUrl, dataDir: house.dataFolder, ...clock, log: note });
}

/** Deadlines need the holidays of the years that are known, in an empty installation too. */
async function knowTheYears(ownerUrl: string): Promise<void> {
  const [{ seedCalendars }, { drizzle }] = await Promise.all([import('@/db/seed/calendars'), import('drizzle-orm/node-postgres')]);
  await asClient(ownerUrl, (client) => seedCalendars(drizzle(client)));
}

/** True until the first center exists. */
export async function isUntouched(ownerUrl: string): Promise<boolean> {
  return !(await ask(ownerUrl, 'select exists (select from centers) as answer'));
}

export async function holdsDemo(ownerUrl: string): Promise<boolean> {
  return ask(ownerUrl, 'select exists (select from center_settings where is_demo) as answer');
}

async function ask(ownerUrl: string, question: string): Promise<boolean> {
  const { rows } = await asClient(ownerUrl, (client) => client.query<{ answer: boolean }>(question));
  return rows[0]?.answer === true;
}

function todayInShanghai(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
