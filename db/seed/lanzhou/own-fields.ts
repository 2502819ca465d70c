import { eq } from 'drizzle-orm';
import { companyContacts, companySegments } from '@/db/schema/companies';
import { companyFields, companyFieldValues } from '@/db/schema/companies-fields';
import { personalConsents } from '@/db/schema/companies-consents';
import { storeField } from '@/lib/companies/fields';
import { consentVersions } from '@/lib/companies/personal';
import { addDays, dayOf, startOfDay } from '@/lib/kernel/dates';
import { insertAll } from '../insert';
import type { Story } from '../story';

/** What this center keeps beyond the standard file (above the reporting threshold, day of signing), and the segments it works with. */
export async function tellOwnFields({ db, random, centerId, companies, people, today }: Story): Promise<void> {
  const since = startOfDay('2023-01-09');
  const stamp = { createdAt: since, updatedAt: since };
  const threshold = { centerId, id: random.id(since), name: '是否规上', kind: 'choice' as const, choices: ['是', '否', '培育中'], inList: true, position: 0, ...stamp };
  const signed = { centerId, id: random.id(since), name: '入驻协议签订日期', kind: 'date' as const, choices: [], inList: false, position: 1, ...stamp };
  await insertAll(db, companyFields, [threshold, signed]);
  const values: (typeof companyFieldValues.$inferInsert)[] = [];
  for (const company of companies.filter((one) => one.demo && one.state === 'incubating')) {
    const updatedAt = startOfDay(company.admittedOn);
    const word = random.chance(0.15) ? '是' : random.chance(0.3) ? '培育中' : '否';
    values.push({ centerId, companyId: company.id, fieldId: threshold.id, ...storeField('choice', word), updatedAt });
    const day = addDays(company.admittedOn, -random.int(0, 10));
    if (day < today) values.push({ centerId, companyId: company.id, fieldId: signed.id, ...storeField('date', day), updatedAt });
  }
  await insertAll(db, companyFieldValues, values);
  // Contacts of companies here agreed to be reached, and some to be told to their mentors.
  const contacts = await db.select({ id: companyContacts.id, createdAt: companyContacts.createdAt }).from(companyContacts).where(eq(companyContacts.centerId, centerId)).orderBy(companyContacts.id).limit(120);
  await insertAll(
    db,
    personalConsents,
    contacts.flatMap((contact, at) => {
      const given = { centerId, personKind: 'contact' as const, subjectId: contact.id, version: consentVersions.contact, givenOn: dayOf(contact.createdAt), how: 'paper' as const, evidence: '入驻资料（演示）', recordedAt: contact.createdAt };
      return [{ ...given, id: random.id(since), scene: 'contact' as const }, ...(at % 3 === 0 ? [{ ...given, id: random.id(since), scene: 'mentors' as const }] : [])];
    }),
  );
  const by = people.find((person) => person.role === 'manager')?.membershipId ?? null;
  await insertAll(db, companySegments, [
    { centerId, id: random.id(since), name: '在孵生物医药企业', query: '?state=incubating&leading=biomedicine', createdAt: since, createdBy: by },
    { centerId, id: random.id(since), name: '还没有导师的在孵企业', query: '?state=incubating&mentor=none', createdAt: since, createdBy: by },
  ]);
}
