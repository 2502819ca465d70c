import { ipRights } from '@/db/schema/companies-ip';
import type { IpKind } from '@/lib/companies/inputs/ip';
import { expiryOf } from '@/lib/companies/rules/ip';
import { patentDigit } from '@/lib/companies/rules/ip-number';
import { addDays, addMonths, type Day, startOfDay, yearOf } from '@/lib/kernel/dates';
import { insertAll } from '../insert';
import { makeRandom, type Random } from '../random';
import type { Story } from '../story';

const letters: Partial<Record<IpKind, string>> = { invention: '1', utility: '2', design: '3' };

/** Numbers whose digits are right and which nobody has: no office has counted into 99xxxxx in one year. */
function inventedNumber(random: Random, kind: IpKind, filedOn: Day, serial: number): string {
  const year = yearOf(filedOn);
  const letter = letters[kind];
  if (letter !== undefined) {
    const first = `${year}${letter}99${String(serial).padStart(5, '0')}`;
    return `${first}.${patentDigit(first)}`;
  }
  return kind === 'software' ? `${year}SR99${String(serial).padStart(5, '0')}` : `99${String(serial).padStart(5, '0')}${random.int(10, 99)}`;
}

/** Rights of invented companies; printed names have none here. */
export async function tellRights(given: Story): Promise<void> {
  const story = { ...given, random: makeRandom(20_160_195) };
  const { random, today, centerId } = story;
  const rows: (typeof ipRights.$inferInsert)[] = [];
  const hosts = story.companies.filter((company) => company.demo && (company.state === 'incubating' || (company.state === 'graduated' && company.admittedOn >= '2018-01-01')));
  // The demo's logins act for the first of those here today.
  const shown = hosts.find((company) => company.state === 'incubating');
  let serial = 0;
  for (const company of hosts) {
    const many = company === shown ? 6 : random.chance(0.7) ? random.int(1, 6) : 0;
    for (let n = 0; n < many; n += 1) {
      serial += 1;
      const kind = company === shown && n < 2 ? 'invention' : random.pick(['invention', 'utility', 'utility', 'software', 'software', 'design', 'trademark'] as const);
      const filedOn = addDays(company.admittedOn, random.int(30, company === shown ? 200 : 900));
      if (filedOn >= today) continue;
      const takes = kind === 'invention' ? random.int(14, 30) : kind === 'software' ? 2 : random.int(5, 11);
      const granted = addMonths(filedOn, takes);
      const grantedOn = granted < today ? granted : null;
      const at = startOfDay(filedOn);
      rows.push({
        centerId,
        id: random.id(at),
        companyId: company.id,
        kind,
        number: inventedNumber(random, kind, filedOn, serial),
        title: `${random.pick(['一种', '基于边缘计算的', '面向高原环境的', '新型'])}${random.pick(['检测装置', '水处理系统', '数据采集终端', '复合材料制备方法', '控制软件', '分析平台'])}（演示 ${serial}）`,
        filedOn,
        grantedOn,
        acquired: random.chance(0.9) ? 'own' : 'transferred',
        expiresOn: expiryOf(kind, { filedOn, grantedOn }),
        pledged: grantedOn !== null && kind === 'invention' && random.chance(0.08),
        usedBefore: grantedOn !== null && kind !== 'invention' && random.chance(0.1),
        createdAt: at,
        updatedAt: at,
      });
    }
  }
  await insertAll(story.db, ipRights, rows);
}
