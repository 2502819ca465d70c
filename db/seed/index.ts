import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { queueUnsealed } from '@/lib/audit/seal';
import { type Day, startOfDay } from '@/lib/kernel/dates';
import { ensureCatalogue } from '@/lib/service-desk/commands/keep-catalogue';
import { seedCalendars } from './calendars';
import { tellCollections } from './lanzhou/collection';
import { tellCompanies } from './lanzhou/companies';
import { tellFacts } from './lanzhou/facts';
import { tellAdmission } from './lanzhou/admission';
import { tellFigures } from './lanzhou/figures';
import { tellOwnFields } from './lanzhou/own-fields';
import { tellImports } from './lanzhou/imports';
import { tellNotices } from './lanzhou/notices';
import { tellVisits } from './lanzhou/visits';
import { tellRequests } from './lanzhou/requests';
import { demoHash, tellPeople } from './lanzhou/people';
import { tellRights } from './lanzhou/rights';
import { tellSamples } from './lanzhou/samples';
import { tellSettings } from './lanzhou/settings';
import { idsFrom, makeRandom } from './random';
import { tellSecondCenter } from './second-center';

export interface SeedOptions {
  ownerUrl: string;
  /** Where the bytes of its files lie. */
  dataDir: string;
  /** The day the demo happens on; printed periods hold on every day. */
  today: Day;
  /** It is told at nine in the morning, or now where the morning hasn't come: nothing may lie ahead of who looks at it. */
  now?: Date;
  log?: (line: string) => void;
}

/** Tells the demo in one transaction: all of it or nothing. The same day gives the same rows. */
export async function seedDemo({ ownerUrl, dataDir, today, now: asked, log = () => undefined }: SeedOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const passwordHash = await demoHash();
    const nine = new Date(startOfDay(today).getTime() + 9 * 3_600_000);
    const now = asked !== undefined && asked < nine ? asked : nine;
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [now.toISOString()]);
    const db = drizzle(client);
    await seedCalendars(db);
    const story = await tellPeople(db, makeRandom(20_220_630), today, now, passwordHash);
    log(`${story.people.length} staff, ${story.mentors.length} mentors`);
    await tellCompanies(story, passwordHash);
    log(`${story.companies.length} companies`);
    await ensureCatalogue(db, story.centerId, now, idsFrom(21, now));
    await tellSamples(story, dataDir);
    await tellRequests(story);
    log('requests, with their calendar and catalogue');
    await tellVisits(story);
    log('visits of mentors, and their papers');
    await tellFacts(story);
    await tellRights(story);
    await tellCollections(story);
    log('yearly facts and profiles of invented companies');
    await tellOwnFields(story);
    await tellNotices(story);
    log('notices, and what companies answered');
    await tellAdmission(story, passwordHash);
    log('applications for admission');
    await tellFigures(story);
    await tellSettings(story);
    await tellImports(story);
    await tellSecondCenter(db, passwordHash);
    await queueUnsealed(client);
    // Told again for the same day, the demo is the same in every row.
    await client.query("set constraints offer_changed immediate; update center_settings set offer_stamp = 'demo'");
    await client.query('commit');
    // Until the database has counted what came in so suddenly, it would plan every list for empty tables.
    await client.query('vacuum analyze');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
