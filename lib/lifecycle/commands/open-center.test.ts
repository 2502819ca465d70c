import { expect, it } from 'vitest';
import { as, makeCenter, makeCompany, makeMember, reading } from '@/db/testing/factories';
import { trailList } from '@/lib/audit/inputs';
import { listEntries } from '@/lib/audit/queries';
import { inCenter } from '@/lib/centers/queries';
import { newId } from '@/lib/kernel/ids';
import { ForbiddenError } from '@/lib/kernel/errors';
import { peopleList } from '@/lib/people/inputs';
import { listOpenInvitations } from '@/lib/people/queries/company-people';
import { listPeople } from '@/lib/people/queries/members';
import { openCenter } from './open-center';

const operator = { kind: 'operator' as const, personId: newId(), name: '平台值班', sessionId: null };

it('opening a center invites its first administrator and leaves both in the center’s trail', async () => {
  const slug = `o${newId().slice(-8)}`;
  const input = { name: '新中心', nameEn: 'New', shortName: '新', address: '', phone: '', slug, adminName: '周海涛', adminPhone: null };
  const { id } = await as(operator, (ctx) => openCenter(ctx, input));
  const seen = await reading(operator, async (ctx) => {
    const inside = await inCenter(ctx, id);
    return { invitations: await listOpenInvitations(inside), trail: await listEntries(inside, trailList.parse({})) };
  });
  expect(seen.invitations).toMatchObject([{ name: '周海涛', role: 'administrator' }]);
  expect(seen.trail.rows.map((row) => row.name).sort()).toEqual(['center.opened', 'invitation.sent']);
  const director = await makeMember(id, 'director');
  await expect(as(director, (ctx) => openCenter(ctx, { ...input, slug: `${slug}x` }))).rejects.toThrow(ForbiddenError);
});

it('the operator sees a center’s people, and no company', async () => {
  const center = await makeCenter();
  const companyId = await makeCompany(center);
  await makeMember(center, 'company_owner', { companyId, name: '王海霞' });
  await makeMember(await makeCenter(), 'liaison');
  const found = await reading(operator, async (ctx) => listPeople(await inCenter(ctx, center), peopleList.parse({})));
  expect(found).toMatchObject({ total: 1, rows: [{ name: '王海霞', companyName: null }] });
});
