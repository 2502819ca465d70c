import { eq, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { companyBankAccounts, companyNames, companyNotes, companyPeople, companyProducts, companyProposals, companyRelations } from '@/db/schema/companies-file';
import { changeProposed } from '@/lib/companies/entries/profile';
import { factsStated } from '@/lib/companies/entries/facts';
import { sectionOf } from '@/lib/companies/industries';
import type { FactKey } from '@/lib/companies/inputs/facts';
import { addDays, startOfDay, yearOf } from '@/lib/kernel/dates';
import { Trail } from '../entries';
import { insertAll } from '../insert';
import { makeRandom, type Random } from '../random';
import type { SeededCompany, Story } from '../story';
import { personName } from './people';

const WAN = 1_000_000n;
const YEARS = 4;
const byIndustry: Record<string, { division: string; techField: string }> = {
  biomedicine: { division: '27', techField: 'biomedicine' },
  smart_manufacturing: { division: '35', techField: 'manufacturing' },
  new_materials: { division: '30', techField: 'newMaterials' },
  energy_saving: { division: '77', techField: 'environment' },
  big_data: { division: '65', techField: 'electronics' },
  other: { division: '75', techField: 'services' },
};

/** A year of an invented company: every figure follows from revenue and heads, so that none contradicts another. */
function yearOfCompany(random: Random, revenueWan: number, staff: number): Record<FactKey, bigint> {
  const wan = (amount: number) => BigInt(Math.round(amount * 100)) * (WAN / 100n);
  const part = (least: number, most: number) => revenueWan * (least + random.next() * (most - least));
  const share = (least: number, most: number) => BigInt(Math.max(0, Math.floor(staff * (least + random.next() * (most - least)))));
  const rd = wan(part(0.06, 0.25));
  const [totalAssets, liabilities] = [wan(part(0.8, 1.6)), wan(part(0.2, 0.6))];
  const college = share(0.6, 0.9);
  const heads = BigInt(staff);
  return {
    revenue: wan(revenueWan), mainRevenue: wan(revenueWan * 0.94), highTechRevenue: wan(revenueWan * 0.7), totalIncome: wan(revenueWan * 1.02),
    exports: random.chance(0.15) ? wan(part(0.02, 0.2)) : 0n, costExpense: wan(part(0.75, 0.98)), netProfit: wan(part(-0.08, 0.15)),
    totalAssets, liabilities, netAssets: totalAssets - liabilities, taxesPaid: wan(part(0.02, 0.06)), taxesRelieved: wan(part(0, 0.02)), grants: random.chance(0.4) ? wan(random.int(5, 40)) : 0n,
    rdAccounting: rd, rdAccountingDomestic: rd, rdHnte: (rd * 96n) / 100n, rdHnteDomestic: (rd * 96n) / 100n, rdDeduction: (rd * 9n) / 10n, rdDeductionDomestic: (rd * 9n) / 10n,
    staff: heads, rdStaff: share(0.15, 0.4), scienceStaff: share(0.2, 0.45), master: college / 5n, phd: college / 12n, college, returned: random.chance(0.2) ? 1n : 0n, freshGraduates: share(0, 0.2),
  };
}

const core: readonly FactKey[] = ['revenue', 'totalIncome', 'netProfit', 'totalAssets', 'liabilities', 'netAssets', 'taxesPaid', 'rdAccounting', 'staff', 'college', 'phd', 'freshGraduates'];

/** What invented companies stated of their years and of themselves. Printed names carry none of it. */
export async function tellFacts(given: Story): Promise<void> {
  const story = { ...given, random: makeRandom(20_260_101) };
  const { db, random, centerId, today } = story;
  const here = story.companies.filter((company) => company.state === 'incubating' && company.demo);
  const gone = story.companies.filter((company) => company.state === 'graduated' && company.demo).slice(-40);
  const liaison = story.people.find((person) => person.role === 'liaison');
  if (liaison === undefined) return;
  const registered = await db.select({ id: companies.id, leading: companies.leadingIndustry, capital: companies.registeredCapitalFen }).from(companies).where(eq(companies.centerId, centerId));
  const known = new Map(registered.map((row) => [row.id, row]));

  const profiles = [...here, ...gone].map((company) => {
    const row = known.get(company.id);
    const industry = byIndustry[row?.leading ?? 'other'] ?? { division: '75', techField: 'services' };
    return {
      id: company.id, division: industry.division, section: sectionOf(industry.division), field: industry.techField,
      paid: row?.capital === null || row?.capital === undefined ? null : ((row.capital * BigInt(random.int(3, 10))) / 10n).toString(),
      traits: ['student', 'returnee', 'scientist', 'serial'].filter(() => random.chance(0.25)), taxpayer: random.chance(0.4) ? 'general' : 'small', type: random.chance(0.85) ? '173' : '159',
    };
  });
  await db.execute(sql`update companies c set industry_division = p.division, industry_section = p.section, tech_field = p.field, paid_in_capital_fen = p.paid::bigint,
      founder_traits = array(select jsonb_array_elements_text(p.traits)), taxpayer_kind = p.taxpayer, registration_type = p.type
    from jsonb_to_recordset(${JSON.stringify(profiles)}::jsonb) as p(id uuid, division text, section text, field text, paid text, traits jsonb, taxpayer text, type text)
    where c.center_id = ${centerId} and c.id = p.id`);

  const last = yearOf(today) - 1;
  const rows: (typeof companyFacts.$inferInsert)[] = [];
  const keep = (company: SeededCompany, year: number, figures: Partial<Record<FactKey, bigint>>, more: Partial<typeof companyFacts.$inferInsert> = {}) => {
    const at = startOfDay(`${year + 1}-03-${String(random.int(2, 28)).padStart(2, '0')}`);
    for (const [key, value] of Object.entries(figures)) {
      rows.push({
        centerId, id: random.id(at), companyId: company.id, year, key, value, source: 'company', state: 'verified', createdAt: at, createdBy: company.person,
        decidedAt: at, decidedBy: liaison.membershipId, verifiedAt: at, verifiedBy: liaison.membershipId, ...more,
      });
    }
  };
  for (const [index, company] of [...here, ...gone].entries()) {
    let [revenue, staff] = [random.int(40, 900), random.int(4, 38)];
    for (let year = last - YEARS + 1; year <= last; year += 1) {
      revenue *= 0.95 + random.next() * 0.4;
      staff = Math.max(3, Math.round(staff * (0.95 + random.next() * 0.25)));
      if (year < yearOf(company.admittedOn) || (year === last && index % 3 === 0)) continue;
      const figures = yearOfCompany(random, revenue, staff);
      keep(company, year, index < 12 ? figures : Object.fromEntries(core.map((key) => [key, figures[key]])));
    }
  }
  const [first, second, third] = here;
  if (first === undefined || second === undefined || third === undefined) return;
  // The demo's own company has last year's figures waiting, one that jumped, and one that came back.
  const now = yearOfCompany(random, 1_310, 24);
  const open = { state: 'proposed' as const, decidedAt: null, decidedBy: null, verifiedAt: null, verifiedBy: null };
  keep(first, last - 1, yearOfCompany(random, 820, 21));
  keep(first, last, { revenue: now.revenue, totalIncome: now.totalIncome, netProfit: now.netProfit, totalAssets: now.totalAssets, staff: now.staff, college: now.college }, { ...open, word: '新签两家三甲医院的长期供货合同（演示）' });
  keep(first, last, { taxesPaid: 3_100n * WAN }, { state: 'disputed', reason: '像是把元填成了万元，请核对完税证明。', verifiedAt: null, verifiedBy: null });
  await insertAll(db, companyFacts, dedupe(rows));

  const trail = new Trail(story);
  const person = { membershipId: first.person ?? '', name: story.names.get(first.person ?? '') ?? '', role: 'company_owner' as const };
  const lately = (days: number, hours = 10) => new Date(startOfDay(addDays(today, -days)).getTime() + hours * 3_600_000);
  const about = { subject: { type: 'company', id: first.id }, companyId: first.id };
  trail.add(factsStated, lately(4), person, { ...about, data: { companyId: first.id, company: first.name, year: last, count: 7, by: 'company' } });
  const stamp = { createdAt: lately(30), updatedAt: lately(30) };
  for (const [index, company] of here.slice(0, 30).entries()) {
    const row = { centerId, companyId: company.id, ...stamp };
    await db.insert(companyPeople).values([
      { ...row, id: random.id(lately(30)), name: personName(random), title: '技术负责人', degree: random.pick(['doctor', 'master', 'bachelor'] as const), founder: random.chance(0.5) },
      { ...row, id: random.id(lately(30)), name: personName(random), title: '财务负责人', degree: 'college', founder: false },
    ]);
    await db.insert(companyProducts).values({ ...row, id: random.id(lately(30)), name: `演示产品 ${index + 1} 号`, summary: '演示用的产品说明。', highTech: random.chance(0.7) });
    await db.insert(companyBankAccounts).values({ ...row, id: random.id(lately(30)), holder: company.name, bank: random.pick(['兰州银行', '甘肃银行', '建设银行', '农业银行']), number: `6201990${String(index).padStart(12, '0')}` });
  }
  await db.insert(companyNotes).values({ centerId, id: random.id(lately(12)), companyId: first.id, body: '负责人说明年想申报高企，先把研发辅助账理顺。', createdAt: lately(12), createdBy: liaison.membershipId });
  await db.insert(companyNames).values({ centerId, id: random.id(lately(200)), companyId: second.id, name: '兰州演示旧名科技有限公司', untilOn: addDays(today, -200), createdAt: lately(200), createdBy: liaison.membershipId });
  await db.insert(companyRelations).values({ centerId, id: random.id(lately(90)), companyId: first.id, kind: 'spin_off', otherId: third.id, otherName: third.name, sinceOn: addDays(today, -90), createdAt: lately(90), createdBy: liaison.membershipId });
  const changes = { address: { from: await addressOf(story, first.id), to: '雁滩园区创新大厦 A-1208（演示）' }, taxpayerKind: { from: profiles.find((one) => one.id === first.id)?.taxpayer ?? null, to: 'general' } };
  await db.insert(companyProposals).values([
    { centerId, id: random.id(lately(2)), companyId: first.id, changes, word: '营业执照已变更。', state: 'open', createdAt: lately(2), createdBy: first.person },
    { centerId, id: random.id(lately(40)), companyId: second.id, changes: { techField: { from: null, to: 'services' } }, word: '', state: 'refused', reason: '与营业执照不符。', createdAt: lately(40), createdBy: second.person, decidedAt: lately(39), decidedBy: liaison.membershipId },
  ]);
  trail.add(changeProposed, lately(2), person, { ...about, data: { companyId: first.id, company: first.name, fields: 2, liaison: first.liaison ?? '' } });
  await trail.write();
}

/** Where one value was told twice, the later telling holds. */
function dedupe(rows: readonly (typeof companyFacts.$inferInsert)[]): (typeof companyFacts.$inferInsert)[] {
  const kept = new Map<string, typeof companyFacts.$inferInsert>();
  for (const row of rows) kept.set(`${row.companyId} ${row.year} ${row.key}`, row);
  return [...kept.values()];
}

async function addressOf({ db }: Story, id: string): Promise<string | null> {
  const [row] = await db.select({ address: companies.address }).from(companies).where(eq(companies.id, id));
  return row?.address ?? null;
}
