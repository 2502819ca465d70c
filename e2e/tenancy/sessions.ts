import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import type pg from 'pg';
import { demoLogins } from '@/db/seed/logins';
import { isDeskRole, type MemberRole, type Role } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { authSecret, CLOCK } from '../fixtures/place';

/** Sessions made in the database: walking every page as everybody would otherwise spend its time hashing passwords. */
async function sessionOf(database: pg.Client, personId: string, membershipId: string | null, centerId: string | null): Promise<string> {
  const id = randomUUID();
  await database.query(
    `insert into sessions (id, person_id, membership_id, acting_center_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, personId, membershipId, centerId, moment(0), moment(1), moment(8)],
  );
  const token = await encode({ token: { sid: id }, secret: authSecret(), maxAge: 8 * 3_600 });
  return `next-auth.session-token=${token}; locale=zh-CN`;
}

/** The product under test lives on its own clock. */
const moment = (hours: number) => new Date(new Date(CLOCK).getTime() + hours * 3_600_000);

/** The cookie of the demo's login of a role. */
export async function cookieOf(database: pg.Client, role: Role): Promise<string> {
  const phone = demoLogins().find((login) => login.role === role)?.phone;
  const { rows } = await database.query<{ person: string; membership: string | null; center: string | null }>(
    `select p.id as person, coalesce(m.id, a.id) as membership, coalesce(m.center_id, a.center_id) as center from persons p
       left join memberships m on m.person_id = p.id and m.ended_at is null and m.role = $2
       left join applicants a on a.person_id = p.id and a.ended_at is null and $2 = 'applicant'
      where p.phone = $1 order by m.started_at limit 1`,
    [phone, role],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`the demo has no login for ${role}`);
  return sessionOf(database, row.person, row.membership, row.center);
}

/** The cookie of somebody new in this role of the second center, who may see nothing of the first. */
export async function foreignCookie(database: pg.Client, role: MemberRole): Promise<string> {
  const { rows: centers } = await database.query<{ id: string; company: string }>(
    `select c.id, (select o.id from companies o where o.center_id = c.id order by o.id limit 1) as company from centers c where c.slug = 'yanshi'`,
  );
  const [center] = centers;
  if (center === undefined) throw new Error('the demo has no second center');
  const [personId, membershipId] = [newId(), newId()];
  await database.query(`insert into persons (id, name) values ($1, $2)`, [personId, `外人 ${role}`]);
  const companyId = isDeskRole(role) || role === 'mentor' ? null : center.company;
  await database.query(`insert into memberships (center_id, id, person_id, role, name, company_id, started_at) values ($1, $2, $3, $4, $5, $6, $7)`, [
    center.id, membershipId, personId, role, `外人 ${role}`, companyId, moment(-1),
  ]);
  return sessionOf(database, personId, membershipId, center.id);
}
