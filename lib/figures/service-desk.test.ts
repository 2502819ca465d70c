import { beforeAll, describe, expect, it } from 'vitest';
import { as, reading, testNow } from '@/db/testing/factories';
import { getCalendar } from '@/lib/centers/queries';
import { acceptRequest } from '@/lib/service-desk/commands/accept-request';
import { completeRequest } from '@/lib/service-desk/commands/complete-request';
import { logOnTheSpot } from '@/lib/service-desk/commands/log-on-the-spot';
import { contactAfterRating, finishRepair, rateRequest } from '@/lib/service-desk/commands/rate-request';
import { superviseRequest } from '@/lib/service-desk/commands/watch-request';
import { giveOpinion } from '@/lib/service-desk/commands/work-lane';
import { countLanes, listBottlenecks, listSupervised, listWorkload } from '@/lib/service-desk/queries/board';
import { listLanesFor } from '@/lib/service-desk/queries/lanes';
import { type Desk, openDesk, submitted } from '@/lib/service-desk/testing';
import { serviceDesk } from './indicators/service-desk';
import { findIndicator, getFigure, listFigureRows } from './queries';

let desk: Desk;
const year = { from: '2026-01-01', to: '2026-12-31' };
const all = { limit: 100, offset: 0, dir: 'desc' as const };

beforeAll(async () => {
  desk = await openDesk();
  const work = async (request: string, doneAt: Date) => {
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request }));
    await as(desk.liaison, (ctx) => completeRequest(ctx, { request, result: '好了', outcome: 'granted', deliver: 'portal' }), doneAt);
  };
  const [good, bad, late] = [await submitted(desk), await submitted(desk), await submitted(desk)];
  await work(good, testNow);
  await work(bad, testNow);
  await work(late, new Date('2026-12-08T02:00:00Z'));
  await as(desk.company, (ctx) => rateRequest(ctx, { request: good, grade: 5, reasons: [], comment: '' }));
  await as(desk.company, (ctx) => rateRequest(ctx, { request: bad, grade: 1, reasons: ['speed'], comment: '' }));
  await as(desk.liaison, (ctx) => contactAfterRating(ctx, { request: bad, note: '致歉', long: false, longReason: '' }));
  await as(desk.liaison, (ctx) => finishRepair(ctx, { request: bad, note: '改好' }));
  await as(desk.liaison, (ctx) => logOnTheSpot(ctx, { company: desk.companyId, channel: 'phone', question: '问', answer: '答' }));
  const certificate = await submitted(desk, testNow, 'certificate');
  await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: certificate }));
  const [rooms] = await reading(desk.property, listLanesFor);
  await as(desk.property, (ctx) => giveOpinion(ctx, { lane: rooms?.id ?? '', opinion: 'agree', body: '', ticked: [] }));
  await as(desk.director, (ctx) => superviseRequest(ctx, { request: certificate, until: '2026-11-30', reason: '请抓紧' }));
});

describe('the desk’s figures', () => {
  it('each open exactly the rows they count', async () => {
    for (const indicator of serviceDesk) {
      const { value } = await reading(desk.manager, (ctx) => getFigure(ctx, indicator, year));
      const rows = await reading(desk.manager, (ctx) => listFigureRows(ctx, indicator, year, all));
      expect(BigInt(rows.length), indicator.key).toBe(value);
      expect(indicator.of === undefined || findIndicator(indicator.of) !== undefined, indicator.key).toBe(true);
    }
  });

  it('count what was answered on the spot apart, and what was late as late', async () => {
    const value = async (key: string) => {
      const indicator = findIndicator(key);
      if (indicator === undefined) throw new Error(key);
      return Number((await reading(desk.manager, (ctx) => getFigure(ctx, indicator, year))).value);
    };
    expect({
      filed: await value('requests.filed'), done: await value('requests.done'), spot: await value('requests.spot'), onTime: await value('requests.onTime'), rated: await value('requests.rated'),
      satisfied: await value('requests.satisfied'), bad: await value('requests.badRatings'), repaired: await value('requests.repaired'), behalf: await value('requests.behalf'),
    }).toEqual({ filed: 4, done: 3, spot: 1, onTime: 2, rated: 2, satisfied: 1, bad: 1, repaired: 1, behalf: 0 });
  });
});

describe('the board', () => {
  it('shows lanes by colour, what is watched, where time goes and who has how much', async () => {
    const lanes = await reading(desk.manager, async (ctx) => countLanes(ctx, await getCalendar(ctx)));
    expect(lanes).toEqual([{ name: '核实在孵', nameEn: 'Check', ok: 1, due: 0, late: 0, stopped: 0 }]);
    const later = await reading(desk.manager, async (ctx) => countLanes(ctx, await getCalendar(ctx)), new Date('2026-11-25T02:00:00Z'));
    expect(later[0]).toMatchObject({ late: 1 });
    expect(await reading(desk.manager, listSupervised)).toMatchObject([{ until: '2026-11-30', owner: '李晓梅' }]);
    const slow = await reading(desk.manager, listBottlenecks, new Date('2026-12-10T02:00:00Z'));
    expect(slow[0]).toMatchObject({ name: '答复', many: 3, median: 0, p90: 12 });
    expect(await reading(desk.manager, listWorkload)).toMatchObject([{ name: '李晓梅', inHand: 1, week: 0, late: 0 }]);
  });
});
