import { createTranslator } from 'use-intl/core';
import type { documents } from '@/db/schema/documents';
import type { visits } from '@/db/schema/mentoring';
import { hashOf } from '@/lib/audit/commands';
import { documentIssued } from '@/lib/documents/entries';
import { IssueDocument } from '@/lib/documents/inputs';
import { hashedFacts, writeCode } from '@/lib/documents/rules';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import type { Translate } from '@/lib/kernel/i18n';
import words from '@/lib/kernel/messages/zh-CN/mentoring.json' with { type: 'json' };
import { visitPaper } from '@/lib/mentoring/commands/visit-paper';
import { visitConfirmed, visitDisputed, visitRecorded, visitWithdrawn } from '@/lib/mentoring/entries';
import { visitTopics, type VisitState } from '@/lib/mentoring/inputs';
import type { Teller, Trail } from '../entries';
import type { Random } from '../random';
import type { SeededCompany, Story } from '../story';
import told from './visits.json' with { type: 'json' };

type Row = typeof visits.$inferInsert;

/** One visit of the demo with the names its entries and papers need. */
export interface Told {
  row: Omit<Row, 'number'>;
  company: string;
  mentor: Teller;
  /** Who answered for the company; null where it was signed on paper. */
  person: Teller | null;
}

type Draft = Omit<Row, 'number'>;

/** One record as the mentor typed it, some minutes after the visit. */
export function write({ random, centerId, now }: Story, company: SeededCompany, membershipId: string, visitedAt: Date, minutes: number): Draft {
  const topics = visitTopics.filter(() => random.chance(0.16));
  const main = topics[0] ?? random.pick(visitTopics);
  const placeKind = random.pick(['company', 'company', 'company', 'center', 'online', 'elsewhere'] as const);
  const place = placeKind === 'center' ? random.pick(told.rooms) : placeKind === 'elsewhere' ? random.pick(told.streets) : '';
  const written = new Date(visitedAt.getTime() + (minutes + random.int(5, 180)) * 60_000);
  const createdAt = written > now ? now : written;
  return {
    centerId,
    id: random.id(createdAt),
    companyId: company.id,
    membershipId,
    visitedAt,
    minutes,
    placeKind,
    place,
    topics: topics.length > 0 ? [...topics] : [main],
    advice: random.pick(told.advice[main]),
    state: 'recorded',
    createdAt,
    createdBy: membershipId,
    updatedAt: createdAt,
    updatedBy: membershipId,
  };
}

export function answered(random: Random, now: Date, draft: Draft, person: string | null, state: VisitState): { row: Draft } {
  if (state === 'recorded') return { row: draft };
  if (state === 'withdrawn') {
    const decidedAt = new Date((draft.createdAt ?? draft.visitedAt).getTime() + 20 * 60_000);
    const mine = { decidedBy: draft.membershipId, decidedAt, updatedAt: decidedAt, updatedBy: draft.membershipId };
    return { row: { ...draft, state, ...mine, withdrawnReason: told.withdrawn, version: 2 } };
  }
  const created = draft.createdAt ?? draft.visitedAt;
  const said = new Date(created.getTime() + random.int(2, 72) * 3_600_000);
  const decidedAt = said > now ? new Date((created.getTime() + now.getTime()) / 2) : said;
  const remark = state === 'disputed' ? random.pick(told.remarks) : null;
  return { row: { ...draft, state, remark, decidedBy: person, decidedAt, updatedAt: decidedAt, updatedBy: person, version: 2 } };
}

type Numbered = Omit<Told, 'row'> & { row: Row };

const t = createTranslator({ locale: 'zh-CN', messages: { mentoring: words }, namespace: 'mentoring', timeZone: 'Asia/Shanghai' }) as unknown as Translate;

/** The paper that confirming issues. The demo's codes come from the story, so that they are the same every time. */
export function paperOf(story: Story, { row, company, mentor, person }: Numbered, numbered: (prefix: string, year: number) => string): typeof documents.$inferInsert {
  const { random, centerId } = story;
  const confirmedAt = row.decidedAt ?? row.visitedAt;
  const names = { company, mentor: mentor.name, confirmedBy: person?.name ?? '', confirmedAt, issuer: '兰州高新区创业服务中心' };
  const paper = IssueDocument.parse(visitPaper(t, { ...row, place: row.place ?? '', createdAt: row.createdAt ?? row.visitedAt, ...names }));
  const { kind, title, party, companyId, issuedOn, subject } = paper;
  const content = { ...paper.content, party };
  const number = numbered('FD', yearOf(issuedOn));
  const bytes = (length: number) => Uint8Array.from({ length }, () => random.int(0, 255));
  return {
    centerId,
    id: random.id(confirmedAt),
    kind,
    number,
    title,
    companyId,
    party,
    issuedOn,
    content,
    contentHash: hashOf(hashedFacts({ kind, number, title, issuedOn, revision: 1, content })),
    code: writeCode(bytes(16)),
    checkCode: writeCode(bytes(5)),
    subjectType: subject.type,
    subjectId: subject.id,
    createdAt: confirmedAt,
    createdBy: person?.membershipId ?? null,
  };
}

export function leaveEntries(trail: Trail, { row, company, mentor, person }: Numbered, paper: typeof documents.$inferInsert | undefined): void {
  const { id: visitId, number, companyId, membershipId } = row;
  const about = { subject: { type: 'visit', id: visitId }, companyId };
  const data = { visitId, number, companyId, company, membershipId, mentor: mentor.name };
  trail.add(visitRecorded, row.createdAt ?? row.visitedAt, mentor, { ...about, data: { ...data, on: dayOf(row.visitedAt) } });
  const answeredAt = row.decidedAt ?? null;
  if (answeredAt === null || person === null) return;
  if (row.state === 'withdrawn') {
    trail.add(visitWithdrawn, answeredAt, mentor, { ...about, data: { ...data, reason: row.withdrawnReason ?? '' } });
    return;
  }
  if (row.state === 'disputed') trail.add(visitDisputed, answeredAt, person, { ...about, data: { ...data, remark: row.remark ?? '' } });
  else trail.add(visitConfirmed, answeredAt, person, { ...about, data });
  if (paper === undefined) return;
  const facts = { documentId: paper.id, number: paper.number, title: paper.title, companyId };
  trail.add(documentIssued, answeredAt, person, { subject: { type: 'document', id: paper.id }, companyId, data: facts });
}
