import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { companies } from './schema/companies';
import { entries } from './schema/audit';
import { assign, as, makeCenter, makeCompany, makeMember, reading } from './testing/factories';
import { refuseUnsafeRole } from './client';

describe('a transaction is narrowed to its actor', () => {
  it('shows staff their own center only', async () => {
    const [here, there] = [await makeCenter(), await makeCenter()];
    const ours = await makeCompany(here);
    const theirs = await makeCompany(there);
    const liaison = await makeMember(here, 'liaison');
    const seen = await reading(liaison, ({ db }) => db.select({ id: companies.id }).from(companies));
    expect(seen.map((row) => row.id)).toEqual([ours]);
    expect(await reading(liaison, ({ db }) => db.select().from(companies).where(eq(companies.id, theirs)))).toEqual([]);
  });

  it('shows a mentor the companies assigned now or until 30 days ago', async () => {
    const center = await makeCenter();
    const mentor = await makeMember(center, 'mentor');
    const now = await makeCompany(center);
    const lately = await makeCompany(center);
    const longAgo = await makeCompany(center);
    await makeCompany(center);
    await assign(center, now, 'mentor', mentor.membershipId);
    await assign(center, lately, 'mentor', mentor.membershipId, '2026-01-01', '2026-10-21');
    await assign(center, longAgo, 'mentor', mentor.membershipId, '2026-01-01', '2026-10-20');
    const seen = await reading(mentor, ({ db }) => db.select({ id: companies.id }).from(companies));
    expect(seen.map((row) => row.id).sort()).toEqual([now, lately].sort());
  });

  it('lets the administrator see no business data and nobody change an entry', async () => {
    const center = await makeCenter();
    await makeCompany(center);
    const administrator = await makeMember(center, 'administrator');
    expect(await reading(administrator, ({ db }) => db.select().from(companies))).toEqual([]);
    await expect(as(administrator, ({ db }) => db.update(entries).set({ name: 'x' }))).rejects.toThrow();
  });

  it('serves through a role that can not read past the policies', async () => {
    await expect(refuseUnsafeRole()).resolves.toBeUndefined();
  });
});
