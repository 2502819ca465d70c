import { createHash } from 'node:crypto';
import { fileContents, files } from '@/db/schema/files';
import { importBatches, importRows } from '@/db/schema/imports';
import { importChecked, importStarted } from '@/lib/imports/entries';
import { startOfDay, addDays } from '@/lib/kernel/dates';
import { Trail } from '../entries';
import { makeRandom } from '../random';
import type { Story } from '../story';

const FILE = '演示：企业台账.csv';

/** A sheet that a manager checked last week and left lying: most of it is in the register already, two rows are refused. */
export async function tellImports(given: Story): Promise<void> {
  // A generator of its own: an import here moves nothing elsewhere in the demo.
  const story = { ...given, random: makeRandom(20_261_113) };
  const { db, centerId, random } = story;
  const manager = story.people.find((person) => person.role === 'manager');
  if (manager === undefined) return;
  const known = story.companies.filter((company) => company.demo && company.state === 'incubating').slice(0, 4);
  const text = `企业名称,统一社会信用代码\n${known.map(({ name }) => `${name},\n`).join('')}演示：陇原新材料科技有限公司,91620100MA00000000\n,\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const at = new Date(startOfDay(addDays(story.today, -7)).getTime() + 15 * 3_600_000);
  const checkedAt = new Date(at.getTime() + 4_000);
  const [fileId, batchId] = [random.id(at), random.id(at)];
  const mine = { createdAt: at, createdBy: manager.membershipId };
  await db.insert(fileContents).values({ centerId, sha256, size: Buffer.byteLength(text), type: 'text/csv', createdAt: at });
  await db.insert(files).values({ centerId, id: fileId, sha256, name: FILE, subjectType: 'import-companies', subjectId: batchId, givenBy: manager.membershipId, audience: 'center', ...mine });
  const counts = { new: 0, changed: 0, unchanged: known.length, refused: 2, warned: 0 };
  await db.insert(importBatches).values({
    centerId, id: batchId, kind: 'companies', fileId, state: 'checked', counts, done: known.length + 2, total: known.length + 2,
    ...mine, updatedAt: checkedAt, updatedBy: manager.membershipId, version: 2,
  });
  await db.insert(importRows).values([
    ...known.map(({ id, name }, index) => ({ centerId, batchId, row: index + 2, verdict: 'unchanged' as const, targetId: id, label: name, values: { name } })),
    {
      centerId, batchId, row: known.length + 2, verdict: 'refused', label: '演示：陇原新材料科技有限公司',
      values: { name: '演示：陇原新材料科技有限公司' },
      problems: [{ column: 'B 统一社会信用代码', value: '91620100MA00000000', key: 'creditCode.checkDigit' }],
    },
    { centerId, batchId, row: known.length + 3, verdict: 'refused', values: {}, problems: [{ column: 'A 企业名称', key: 'required' }] },
  ]);
  const by = { ...manager, role: 'manager' as const };
  const about = { subject: { type: 'import', id: batchId }, companyId: null };
  const data = { batchId, kind: 'companies', file: FILE };
  const trail = new Trail(story);
  trail.add(importStarted, at, by, { ...about, data });
  trail.add(importChecked, checkedAt, by, { ...about, data: { ...data, fresh: 0, changed: 0, unchanged: known.length, refused: 2 } });
  await trail.write();
}
