import type { documents } from '@/db/schema/documents';
import type { requestRounds, requests } from '@/db/schema/service-desk';
import type { serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import type { requestCodes, requestConfirmations, requestReturns } from '@/db/schema/service-desk-filing';
import type { requestRatings, requestRepairs } from '@/db/schema/service-desk-ratings';
import type { requestLinks, requestMessageReads, requestMessages } from '@/db/schema/service-desk-talk';
import type { requestSupervisions, requestUrges } from '@/db/schema/service-desk-watched';
import { hashOf } from '@/lib/audit/commands';
import { documentKinds } from '@/lib/documents/inputs';
import { hashedFacts, type StoredContent, writeCode } from '@/lib/documents/rules';
import { addDays, type Day, dayOf } from '@/lib/kernel/dates';
import { translator } from '@/lib/kernel/i18n';
import { outcomeWord } from '@/lib/service-desk/rules/outcome';
import { addWorkingDays, type Calendar, dayKind } from '@/lib/kernel/working-days';
import type { Teller } from '../entries';
import type { SeededCompany, Story } from '../story';
import type { Lanes } from './lanes';
import { CENTER } from './people';

export type Row = typeof requests.$inferInsert;
export interface Item {
  id: string;
  key: string;
  version: typeof serviceItemVersions.$inferSelect;
}

export interface Written {
  requests: Row[];
  messages: (typeof requestMessages.$inferInsert)[];
  reads: (typeof requestMessageReads.$inferInsert)[];
  links: (typeof requestLinks.$inferInsert)[];
  returns: (typeof requestReturns.$inferInsert)[];
  ratings: (typeof requestRatings.$inferInsert)[];
  papers: (typeof documents.$inferInsert)[];
  rounds: (typeof requestRounds.$inferInsert)[];
  repairs: (typeof requestRepairs.$inferInsert)[];
  confirmations: (typeof requestConfirmations.$inferInsert)[];
  codes: (typeof requestCodes.$inferInsert)[];
  urges: (typeof requestUrges.$inferInsert)[];
  supervisions: (typeof requestSupervisions.$inferInsert)[];
  paperSerials: Map<string, number>;
  certificateSerials: Map<string, number>;
  serials: Map<string, number>;
  lanes: Lanes;
}

/** The next number of a year, in the order they are told. */
export function nextSerial({ serials }: Written, on: Day): string {
  const year = on.slice(0, 4);
  const serial = (serials.get(year) ?? 0) + 1;
  serials.set(year, serial);
  return `FW-${year}-${String(serial).padStart(6, '0')}`;
}

/** The numbered result, as completing a request issues it. */
export function paperOf({ story, item, company, liaison, row, result, outcome = 'granted', completedAt, written }: {
  story: Story;
  item: Item;
  company: SeededCompany;
  liaison: Teller;
  row: Row;
  result: string;
  outcome?: 'granted' | 'declined';
  completedAt: Date;
  written: Written;
}): { id: string; number: string } {
  const t = translator('zh-CN', 'service-desk');
  const said = (locale: 'zh-CN' | 'en') => outcomeWord(item.version.outcomeWords, outcome, locale === 'en') ?? translator(locale, 'service-desk')(`outcomes.${outcome}`);
  const issuedOn = dayOf(completedAt);
  return numberedPaper(story, written, {
    kind: 'result', title: t('paper.title', { item: item.version.name }), company, subject: { type: 'request', id: row.id }, moment: completedAt, by: liaison.membershipId,
    content: {
      paragraphs: [result],
      rows: [
        { label: t('paper.number'), value: row.number ?? '' },
        { label: t('paper.item'), value: item.version.name },
        { label: t('paper.subject'), value: row.title ?? '' },
        { label: t('paper.company'), value: company.name },
        { label: t('paper.completed'), value: issuedOn },
        { label: t('paper.outcome'), value: said('zh-CN') },
      ],
      tables: [],
      outcome: { item: item.version.name, itemEn: item.version.nameEn, result: said('zh-CN'), resultEn: said('en') },
      signatures: [{ role: t('paper.handler'), name: liaison.name, day: issuedOn }],
      issuer: CENTER,
      party: company.name,
    },
  });
}

interface Paper {
  kind: 'result' | 'certificate';
  title: string;
  company: SeededCompany;
  subject: { type: string; id: string };
  moment: Date;
  by: string;
  content: StoredContent;
}

/** A numbered paper, as issuing it would have left the row. */
export function numberedPaper({ random, centerId }: Story, written: Written, { kind, title, company, subject, moment, by, content }: Paper): { id: string; number: string } {
  const serials = kind === 'result' ? written.paperSerials : written.certificateSerials;
  const issuedOn = dayOf(moment);
  const year = issuedOn.slice(0, 4);
  const serial = (serials.get(year) ?? 0) + 1;
  serials.set(year, serial);
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => random.int(0, 255));
  const facts = { kind, number: `${documentKinds[kind]}-${year}-${String(serial).padStart(6, '0')}`, title, issuedOn, revision: 1, content };
  const id = random.id(moment);
  written.papers.push({
    ...facts, centerId, id, companyId: company.id, party: company.name, contentHash: hashOf(hashedFacts(facts)), code: writeCode(bytes(16)),
    checkCode: writeCode(bytes(5)), subjectType: subject.type, subjectId: subject.id, createdAt: moment, createdBy: by,
  });
  return { id, number: facts.number };
}

export function workingDayBefore(calendar: Calendar, day: Day): Day {
  let found = day;
  while (dayKind(calendar, found) !== 'working') found = addDays(found, -1);
  return found;
}

export function workingDayAfter(calendar: Calendar, day: Day, days: number): Day {
  const due = addWorkingDays(calendar, day, days);
  return due.kind === 'day' ? due.day : due.earliest;
}
