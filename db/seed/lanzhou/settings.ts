import { eq } from 'drizzle-orm';
import { answerTemplates, departments } from '@/db/schema/centers';
import { channels } from '@/db/schema/notifications';
import { calendarEntered, centerSecured, departmentRenamed } from '@/lib/centers/entries';
import { channelAdded } from '@/lib/notifications/entries';
import { usualTemplate } from '@/lib/notifications/rules';
import { startOfDay } from '@/lib/kernel/dates';
import holidays from '../data/holidays.json' with { type: 'json' };
import { Trail } from '../entries';
import type { Story } from '../story';

const at = (day: string, hours: number) => new Date(startOfDay(day).getTime() + hours * 3_600_000);

/** What the administrator did over the years: holidays each November, a department's new name, the rules of signing in. */
export async function tellSettings(story: Story): Promise<void> {
  const administrator = story.people.find((person) => person.role === 'administrator');
  if (administrator === undefined) return;
  const by = { ...administrator, role: 'administrator' as const };
  const trail = new Trail(story);
  for (const [year, { document, off, work }] of Object.entries(holidays.years)) {
    const day = `${Number(year) - 1}-11-2${Number(year) % 9}`;
    if (day >= story.today) continue;
    const days = Object.keys(off).length + work.length;
    trail.add(calendarEntered, at(day, 15), by, { subject: { type: 'calendar', id: null }, companyId: null, data: { year, document, days }, changed: { before: null, after: { document, off: Object.keys(off), work } } });
  }
  const [department] = await story.db.select({ id: departments.id }).from(departments).where(eq(departments.name, '综合部')).limit(1);
  if (department !== undefined) {
    const changed = { before: { name: '办公室', nameEn: 'Office' }, after: { name: '综合部', nameEn: 'Administration' } };
    trail.add(departmentRenamed, at('2022-03-01', 10), by, { subject: { type: 'department', id: department.id }, companyId: null, data: { name: '综合部', from: '办公室' }, changed });
  }
  const changed = { before: { staffIdleMinutes: 20 }, after: { staffIdleMinutes: 30 } };
  trail.add(centerSecured, at('2023-05-15', 9), by, { subject: { type: 'center', id: story.centerId }, companyId: null, data: { minutes: 30 }, changed });
  const channel = story.random.id(at('2025-03-10', 10));
  const kinds = ['request', 'visit'];
  await story.db.insert(channels).values({
    centerId: story.centerId, id: channel, kind: 'wecom', name: '演示：服务部值班群', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=demo',
    reach: 'desk', kinds, template: usualTemplate('wecom'), enabled: false, createdAt: at('2025-03-10', 10), createdBy: administrator.membershipId,
  });
  trail.add(channelAdded, at('2025-03-10', 10), by, { subject: { type: 'channel', id: channel }, companyId: null, data: { channel: '演示：服务部值班群' }, changed: { before: null, after: { kinds, enabled: false } } });
  const answers = [
    ['材料不全', '您好，材料还差几项，请按页面上“补正”列出的逐项补齐，一次补全即可，不用再跑一趟。'],
    ['请到窗口领取', '您好，结果已办好，请工作日 9:00–17:00 到一楼服务大厅领取，带上营业执照副本。'],
    ['已转相关部门', '您好，您的问题已转给相关部门，会在承诺的工作日内答复，进度可在“我的办件”里查看。'],
    ['政策咨询热线', '您好，具体条款请拨打政策咨询热线，或在“我的办件”里提交“政策咨询与兑现代办”。'],
  ] as const;
  for (const [title, body] of answers) {
    const id = story.random.id(at('2024-04-08', 11));
    await story.db.insert(answerTemplates).values({ centerId: story.centerId, id, title, body, createdAt: at('2024-04-08', 11) });
  }
  await trail.write();
}
