import { collectionAnswers, collectionRounds } from '@/db/schema/companies-collection';
import { companyFacts } from '@/db/schema/companies-facts';
import { answerGiven, roundClosed, roundOpened } from '@/lib/companies/entries/collection';
import type { FactKey } from '@/lib/companies/inputs/facts';
import { addDays, startOfDay, yearOf } from '@/lib/kernel/dates';
import { Trail } from '../entries';
import { insertAll } from '../insert';
import { makeRandom } from '../random';
import type { Story } from '../story';

const KEYS: FactKey[] = ['revenue', 'totalIncome', 'netProfit', 'totalAssets', 'liabilities', 'netAssets', 'taxesPaid', 'rdAccounting', 'staff', 'phd', 'college', 'freshGraduates'];

/** The collection of the year before last is over; last year's goes on, and some of it waits to be verified. */
export async function tellCollections(given: Story): Promise<void> {
  const story = { ...given, random: makeRandom(20_251_231) };
  const { random, centerId, today, now } = story;
  const manager = story.people.find((person) => person.role === 'manager');
  if (manager === undefined) return;
  const by = { ...manager, role: 'manager' as const };
  const here = story.companies.filter((company) => company.state === 'incubating');
  const invented = here.filter((company) => company.demo);
  const gone = story.companies.filter((company) => company.state === 'graduated' && company.demo).slice(-40);
  const last = yearOf(today) - 1;
  const trail = new Trail(story);
  const answers: (typeof collectionAnswers.$inferInsert)[] = [];
  const facts: (typeof companyFacts.$inferInsert)[] = [];

  for (const year of [last - 1, last]) {
    const going = year === last;
    const openedOn = going ? addDays(today, -15) : `${year + 1}-02-20`;
    const at = startOfDay(openedOn);
    const id = random.id(at);
    const dueOn = addDays(openedOn, 21);
    const closedAt = going ? null : startOfDay(addDays(dueOn, 5));
    await story.db.insert(collectionRounds).values({ centerId, id, year, dueOn, keys: KEYS, note: '请按审计后的报表填写（演示）。', closedAt, createdAt: at, createdBy: manager.membershipId, updatedAt: at, updatedBy: manager.membershipId });
    const asked = [...here.map((company) => ({ company, form: 'full' as const })), ...gone.map((company) => ({ company, form: 'short' as const }))].filter(({ company }) => company.admittedOn <= openedOn);
    for (const { company, form } of asked) {
      const index = invented.indexOf(company);
      // Printed names answer nothing here, and the demo's own company has yet to.
      const answered = company.demo && index !== 0 && (going ? index % 3 !== 0 || index % 6 === 0 : random.chance(0.95));
      const answeredAt = answered ? startOfDay(addDays(openedOn, random.int(1, 14))) : null;
      answers.push({ centerId, roundId: id, companyId: company.id, form, state: answered ? 'answered' : 'waiting', answeredAt, answeredBy: answered ? company.person : null, createdAt: at, updatedAt: answeredAt ?? at });
      if (answeredAt === null || !going || index < 0 || index % 6 !== 0) continue;
      const [revenue, staff] = [random.int(60, 900), random.int(5, 40)];
      const wan = (amount: number) => BigInt(Math.round(amount)) * 1_000_000n;
      const figures: Partial<Record<FactKey, bigint>> = { revenue: wan(revenue), totalIncome: wan(revenue * 1.02), netProfit: wan(revenue * 0.06), totalAssets: wan(revenue * 1.5), liabilities: wan(revenue * 0.5), netAssets: wan(revenue * 1.5) - wan(revenue * 0.5), taxesPaid: wan(revenue * 0.04), rdAccounting: wan(revenue * 0.12), staff: BigInt(staff), phd: 0n, college: BigInt(Math.floor(staff * 0.7)), freshGraduates: 1n };
      for (const [key, value] of Object.entries(figures)) facts.push({ centerId, id: random.id(answeredAt), companyId: company.id, year, key, value, source: 'collection', state: 'proposed', word: key === 'revenue' && index % 12 === 0 ? '新产品开始批量供货（演示）' : '', createdAt: answeredAt, createdBy: company.person });
      // Where nobody signs in, the center typed it for them: there is nobody to tell of.
      if (company.person !== null) trail.add(answerGiven, answeredAt, { membershipId: company.person, name: story.names.get(company.person) ?? '', role: 'company_owner' }, { subject: { type: 'company', id: company.id }, companyId: company.id, data: { round: id, year, companyId: company.id, company: company.name, changed: 12 } });
    }
    trail.add(roundOpened, at, by, { subject: { type: 'collection', id }, companyId: null, data: { round: id, year, dueOn, count: asked.length } });
    if (closedAt !== null && closedAt < now) trail.add(roundClosed, closedAt, by, { subject: { type: 'collection', id }, companyId: null, data: { round: id, year, answered: answers.filter((one) => one.roundId === id && one.state === 'answered').length, count: asked.length } });
  }
  await insertAll(story.db, collectionAnswers, answers);
  await insertAll(story.db, companyFacts, facts);
  await trail.write();
}
