import pg from 'pg';
import { beforeAll, expect, it, vi } from 'vitest';
import { cloneTemplate, workOn } from '@/db/testing/clone';
import type { OperatorActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';

/** The other tests' database has centers already: this one is about an installation that has none. */
beforeAll(async () => {
  workOn(await cloneTemplate(`empty_${process.pid}`));
  vi.resetModules();
});

const typed = {
  centerName: '第一个中心',
  centerNameEn: 'First center',
  shortName: '一号',
  slug: 'first',
  name: '周海涛',
  email: null,
  newPassword: '雁滩河畔的七棵老柳树',
  repeatPassword: '雁滩河畔的七棵老柳树',
};

it('begins once, however many press at once, with a center, its administrator and the operator in one person', async () => {
  const { transaction } = await import('@/db/client');
  const { beginInstallation } = await import('./begin-installation');
  const { isEmptyInstallation } = await import('@/lib/people/queries/access');
  const now = new Date('2026-11-20T02:00:00Z');
  const isEmpty = () =>
    transaction({ kind: 'public', centerId: null }, 'read', now, (db) => isEmptyInstallation({ actor: { kind: 'public', centerId: null }, db, now, requestId: '' }));
  const begin = async (phone: string) => {
    const actor: OperatorActor = { kind: 'operator', personId: newId(), name: typed.name, sessionId: null };
    return transaction(actor, 'write', now, (db) =>
      beginInstallation({ actor, db, now, requestId: newId() }, { ...typed, phone }, { device: '', deviceHash: 'x', previous: null }),
    ).then(
      () => 'begun',
      (error: Error) => error.message,
    );
  };
  expect(await isEmpty()).toBe(true);
  const answers = await Promise.all(['13900000001', '13900000002', '13900000003'].map(begin));
  expect(answers.sort()).toEqual(['begun', 'people.installationBegun', 'people.installationBegun']);
  expect(await isEmpty()).toBe(false);
  expect(await begin('13900000004')).toBe('people.installationBegun');

  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  const { rows } = await owner.query(
    `select m.role, m.center_id = s.acting_center_id as "signedIn", exists (select from operators o where o.person_id = m.person_id) as operator,
            (select count(*)::int from persons) as persons, (select count(*)::int from entries) as entries
       from memberships m join sessions s on s.membership_id = m.id`,
  );
  expect(rows).toEqual([{ role: 'administrator', signedIn: true, operator: true, persons: 1, entries: 3 }]);
  await owner.end();
});
