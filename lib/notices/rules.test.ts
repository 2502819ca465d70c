import { describe, expect, it } from 'vitest';
import { doorOf, folderName, mayRemindAgain, pathGiver, progressOf, shareOf, standingOf } from './rules';

const asked = { wantsText: true, wantsFiles: false, dueOn: '2026-11-20', state: 'sent' as const };
const told = { ...asked, wantsText: false, dueOn: null };
const nothing = { readAt: null, answeredAt: null, firstAnsweredAt: null };
const at = (day: string) => new Date(`${day}T10:00:00+08:00`);

describe('where a notice stands', () => {
  it.each([
    [{ ...asked, state: 'draft' as const }, '2026-11-20', 'draft'],
    [asked, '2026-11-20', 'running'],
    [asked, '2026-11-21', 'overdue'],
    [told, '2030-01-01', 'told'],
    [{ ...asked, state: 'closed' as const }, '2026-11-01', 'closed'],
  ])('%j on %s: %s', (notice, today, standing) => {
    expect(standingOf(notice, today)).toBe(standing);
  });
});

describe('what a company has done', () => {
  it.each([
    [asked, nothing, '2026-11-20', 'unread'],
    [asked, { ...nothing, readAt: at('2026-11-19') }, '2026-11-20', 'read'],
    [asked, { ...nothing, readAt: at('2026-11-19') }, '2026-11-21', 'late'],
    [asked, { readAt: at('2026-11-19'), answeredAt: at('2026-11-25'), firstAnsweredAt: at('2026-11-20') }, '2026-12-01', 'answered'],
    [asked, { readAt: at('2026-11-19'), answeredAt: at('2026-11-21'), firstAnsweredAt: at('2026-11-21') }, '2026-12-01', 'lateAnswer'],
    [told, nothing, '2030-01-01', 'unread'],
  ] as const)('%#: %s', (notice, recipient, today, progress) => {
    expect(progressOf(notice, recipient, today)).toBe(progress);
  });
});

describe('whether a company may still write', () => {
  it.each([
    ['nothing is asked', told, null, '2026-11-01', 'none'],
    ['not yet answered', asked, null, '2026-11-01', 'open'],
    ['late, but better than never', asked, null, '2026-11-30', 'open'],
    ['a change on the last day', asked, at('2026-11-18'), '2026-11-20', 'open'],
    ['a change after it', asked, at('2026-11-18'), '2026-11-21', 'fixed'],
    ['closed without an answer', { ...asked, state: 'closed' as const }, null, '2026-11-01', 'closed'],
    ['closed with one', { ...asked, state: 'closed' as const }, at('2026-11-01'), '2026-11-01', 'fixed'],
    ['a draft', { ...asked, state: 'draft' as const }, null, '2026-11-01', 'none'],
  ] as const)('%s', (_what, notice, answeredAt, today, door) => {
    expect(doorOf(notice, { answeredAt }, today)).toBe(door);
  });
});

it('reminds once a day', () => {
  expect(mayRemindAgain({ remindedOn: null }, '2026-11-20')).toBe(true);
  expect(mayRemindAgain({ remindedOn: '2026-11-20' }, '2026-11-20')).toBe(false);
  expect(mayRemindAgain({ remindedOn: '2026-11-19' }, '2026-11-20')).toBe(true);
});

it('says 100 % of all alone, and nothing of nobody', () => {
  expect([shareOf(1999, 2000), shareOf(2000, 2000), shareOf(0, 3), shareOf(0, 0)]).toEqual([99, 100, 0, null]);
});

describe('names in the archive', () => {
  it.each([
    ['兰州华高科技有限公司', '兰州华高科技有限公司'],
    ['甲/乙:丙*公司', '甲_乙_丙_公司'],
    ['../../etc', '_.._etc'],
    ['CON', '_CON'],
    ['com1.x', '_com1.x'],
    ['尾巴. . ', '尾巴'],
    ['???', '___'],
    ['', '_'],
    ['长'.repeat(90), '长'.repeat(60)],
  ])('%s', (name, folder) => {
    expect(folderName(name)).toBe(folder);
  });

  it('differ for every disk', () => {
    const give = pathGiver();
    expect(['a/表.xlsx', 'A/表.xlsx', 'a/表.XLSX', 'a/无', 'a/无', 'a.b/无', 'a.b/无'].map(give)).toEqual([
      'a/表.xlsx',
      'A/表 (2).xlsx',
      'a/表 (3).XLSX',
      'a/无',
      'a/无 (2)',
      'a.b/无',
      'a.b/无 (2)',
    ]);
  });
});
