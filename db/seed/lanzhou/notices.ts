import { counters } from '@/db/schema/documents';
import { noticeRecipients, notices } from '@/db/schema/notices';
import { formatNumber } from '@/lib/documents/numbers';
import { addDays, type Day, dayOf, startOfDay, yearOf } from '@/lib/kernel/dates';
import { noticeAddressed, noticeAnswered, noticeClosed, noticeDrafted, noticeRead, noticeReceived, noticeReminded, noticeSent } from '@/lib/notices/entries';
import { type Teller, Trail } from '../entries';
import { insertAll } from '../insert';
import { makeRandom } from '../random';
import type { SeededCompany, Story } from '../story';

interface Told {
  title: string;
  body: string;
  /** Days before the demo's day. */
  sentAgo: number;
  /** Days after it was sent; null asks nothing. */
  days: number | null;
  wantsFiles?: boolean;
  /** Of those who can sign in: how many read it, and how many of all answered, in hundredths. */
  read: number;
  answered: number;
  closedWith?: string;
  remindedAgo?: number;
}

const SAID: readonly Told[] = [
  {
    title: '关于开展安全生产自查的通知',
    body: '各在孵企业：\n\n请于本周内完成办公区与实验区的用电、消防自查。重点检查：配电箱周边堆物、实验气瓶固定、灭火器有效期。\n\n有问题请联系综合部，不需要回复。',
    sentAgo: 20,
    days: null,
    read: 86,
    answered: 0,
  },
  {
    title: '报送上半年经营数据',
    body: '各在孵企业：\n\n请填报上半年营业收入、研发投入、在职人数与新增知识产权数，用于火炬统计。直接写在答复里即可。',
    sentAgo: 75,
    days: 14,
    read: 97,
    answered: 88,
    closedWith: '材料已收齐，感谢配合。',
  },
  {
    title: '征集技术需求与合作意向',
    body: '各在孵企业：\n\n为对接兰州大学、中科院近代物理所的专家团队，请写明需要解决的技术问题、期望的合作方式与联系人。',
    sentAgo: 15,
    days: 11,
    read: 82,
    answered: 47,
    remindedAgo: 5,
  },
  {
    title: '报送三季度统计报表',
    body: '各在孵企业：\n\n请报送三季度营业收入、利税、研发投入与期末从业人员数。没有变化的也请回复“无变化”。\n\n有疑问请联系企业服务部。',
    sentAgo: 4,
    days: 9,
    read: 64,
    answered: 31,
  },
];

const ANSWERS = [
  '营业收入 126 万元，研发投入 31 万元，从业人员 18 人，其他无变化。',
  '无变化。',
  '营业收入 48.6 万元，研发投入 22 万元，期末 9 人。新增软著 1 项。',
  '已按要求填报，请查收。联系人见企业档案。',
  '需要解决小批量试制的表面处理问题，希望到现场交流一次。',
  '暂无需求，谢谢。',
];

/** What the center said to its companies in the last months, and a draft that waits for its recipients. */
export async function tellNotices(given: Story): Promise<void> {
  // A generator of its own: another notice here moves nothing elsewhere in the demo.
  const story = { ...given, random: makeRandom(20_260_700) };
  const liaison = story.people.find((person) => person.role === 'liaison');
  if (liaison === undefined) return;
  const by: Teller = { ...liaison, role: 'liaison' };
  const trail = new Trail(story);
  const told = story.companies.filter((company) => company.state === 'incubating');
  const serials = new Map<number, number>();
  for (const [at, said] of [...SAID.entries()].sort(([, a], [, b]) => b.sentAgo - a.sentAgo)) {
    const year = yearOf(addDays(story.today, -said.sentAgo));
    const serial = (serials.get(year) ?? 0) + 1;
    serials.set(year, serial);
    await tellOne({ story, trail, by, told, said, number: formatNumber('TZ', year, serial), isLatest: at === SAID.length - 1 });
  }
  await tellDraft(story, trail, by, told.length);
  await insertAll(story.db, counters, [...serials].map(([year, last]) => ({ centerId: story.centerId, kind: 'TZ', year, last })));
  await trail.write();
}

const at = (day: Day, hour: number) => new Date(startOfDay(day).getTime() + hour * 3_600_000);

interface Telling {
  story: Story;
  trail: Trail;
  by: Teller;
  told: readonly SeededCompany[];
  said: Told;
  number: string;
  /** The company of the demo's login hasn't answered this one yet. */
  isLatest: boolean;
}

async function tellOne({ story, trail, by, told, said, number, isLatest }: Telling): Promise<void> {
  const { random, centerId, today, now } = story;
  const sentOn = addDays(today, -said.sentAgo);
  const sentAt = at(sentOn, 10);
  const dueOn = said.days === null ? null : addDays(sentOn, said.days);
  const id = random.id(sentAt);
  const subject = { subject: { type: 'notice', id }, companyId: null };
  const about = { notice: id, title: said.title, number };
  const closedAt = said.closedWith === undefined || dueOn === null ? null : at(addDays(dueOn, 3), 16);
  await story.db.insert(notices).values({
    centerId,
    id,
    number,
    state: closedAt === null ? 'sent' : 'closed',
    title: said.title,
    body: said.body,
    wantsText: dueOn !== null,
    wantsFiles: said.wantsFiles ?? false,
    dueOn,
    chosen: { by: 'filter', query: '?state=incubating' },
    sentAt,
    sentBy: by.membershipId,
    recipients: told.length,
    remindedOn: said.remindedAgo === undefined ? null : addDays(today, -said.remindedAgo),
    closedAt,
    closedBy: closedAt === null ? null : by.membershipId,
    createdAt: sentAt,
    createdBy: by.membershipId,
    updatedAt: closedAt ?? sentAt,
    updatedBy: by.membershipId,
    version: closedAt === null ? 2 : 3,
  });
  trail.add(noticeSent, sentAt, by, { ...subject, data: { ...about, count: told.length } });
  const first = told.find((company) => company.person !== null);
  const rows = told.map((company): typeof noticeRecipients.$inferInsert => {
    const row = { centerId, id: random.id(sentAt), noticeId: id, companyId: company.id, sentAt, createdAt: sentAt, createdBy: by.membershipId };
    const hangsOn = { subject: { type: 'notice-answer', id: row.id }, companyId: company.id };
    const one = { ...about, companyId: company.id, company: company.name };
    trail.add(noticeReceived, sentAt, by, { ...hangsOn, data: { ...one, asks: dueOn === null ? 'no' : 'yes', due: dueOn ?? '' } });
    const { person } = company;
    const fate = random.next() * 100;
    if (person === null || fate >= said.read || (isLatest && company === first)) return row;
    const reader: Teller = { membershipId: person, name: story.names.get(person) ?? '', role: 'company_owner' };
    const readAt = new Date(Math.min(sentAt.getTime() + random.int(1, 48) * 3_600_000, now.getTime()));
    trail.add(noticeRead, readAt, reader, { ...hangsOn, data: one });
    const read = { ...row, readAt, readBy: person };
    if (dueOn === null || fate >= said.answered) return read;
    // Some take their time: one in ten answers after the day.
    const wanted = at(addDays(dayOf(readAt), random.chance(0.1) ? (said.days ?? 0) + 2 : random.int(0, Math.max(0, (said.days ?? 0) - 2))), random.int(9, 17));
    const answeredAt = new Date(Math.min(Math.max(wanted.getTime(), readAt.getTime()), (closedAt ?? now).getTime()));
    const late = dayOf(answeredAt) > dueOn ? 'yes' : 'no';
    trail.add(noticeAnswered, answeredAt, reader, { ...hangsOn, data: { ...one, files: 0, again: 'no', late } });
    return { ...read, answer: random.pick(ANSWERS), answeredAt, answeredBy: person, firstAnsweredAt: answeredAt };
  });
  await insertAll(story.db, noticeRecipients, rows);
  const left = rows.filter((row) => row.answeredAt === undefined).length;
  if (said.remindedAgo !== undefined) trail.add(noticeReminded, at(addDays(today, -said.remindedAgo), 9), by, { ...subject, data: { ...about, count: left } });
  if (closedAt !== null) trail.add(noticeClosed, closedAt, by, { ...subject, data: { ...about, word: said.closedWith ?? '', count: left } });
}

/** Written this morning, not sent yet. */
async function tellDraft({ db, random, centerId, today }: Story, trail: Trail, by: Teller, count: number): Promise<void> {
  const writtenAt = at(today, 8.5);
  const id = random.id(writtenAt);
  const mine = { createdAt: writtenAt, createdBy: by.membershipId, updatedAt: writtenAt, updatedBy: by.membershipId };
  const title = '收集高新技术企业培育库入库材料';
  await db.insert(notices).values({
    ...mine,
    centerId,
    id,
    state: 'draft',
    title,
    body: '各在孵企业：\n\n拟申请进入高新技术企业培育库的企业，请上传上年度审计报告与知识产权清单（PDF）。',
    wantsText: false,
    wantsFiles: true,
    dueOn: addDays(today, 14),
    chosen: { by: 'filter', query: '?state=incubating' },
    version: 3,
  });
  const subject = { subject: { type: 'notice', id }, companyId: null };
  trail.add(noticeDrafted, writtenAt, by, { ...subject, data: { notice: id } });
  trail.add(noticeAddressed, writtenAt, by, { ...subject, data: { notice: id, title, count } });
}
