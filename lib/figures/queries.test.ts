import { describe, expect, it } from 'vitest';
import { publishedFigures } from '@/db/schema/figures';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { mergeCompanies } from '@/lib/companies/commands/merge-companies';
import { strikeStep, takeStep } from '@/lib/companies/commands/road';
import { MergeCompanies } from '@/lib/companies/inputs';
import { newId } from '@/lib/kernel/ids';
import { ForbiddenError } from '@/lib/kernel/errors';
import { findIndicator, getFigure, indicators, listFigureRows, listPublishedFigures } from './queries';

const cumulative = findIndicator('companies.cumulative');
if (cumulative === undefined) throw new Error('the first indicator is missing');

describe('figures are computed from rows and open them', () => {
  it('counts companies admitted by the day, of this center only', async () => {
    const center = await makeCenter();
    const elsewhere = await makeCenter();
    await makeCompany(center, { admittedOn: '2022-06-30', state: 'graduated' });
    await makeCompany(center, { admittedOn: '2022-07-01' });
    await makeCompany(center, { admittedOn: null, state: 'prospect' });
    await makeCompany(elsewhere, { admittedOn: '2022-01-01' });
    const director = await makeMember(center, 'director');
    const period = { from: '2022-01-01', to: '2022-06-30' };
    const figure = await reading(director, (ctx) => getFigure(ctx, cumulative, period));
    expect(figure.value).toBe(1n);
    const rows = await reading(director, (ctx) => listFigureRows(ctx, cumulative, period, { limit: 10, offset: 0, dir: 'asc' }));
    expect(rows.map((row) => row.day)).toEqual(['2022-06-30']);
  });

  it('counts who came back once, two files of one company once, and a struck admission not at all', async () => {
    const center = await makeCenter();
    const director = await makeMember(center, 'director');
    const back = await makeCompany(center, { state: 'exited', admittedOn: '2018-01-01', leftOn: '2019-01-01' });
    await as(director, (ctx) => takeStep(ctx, { company: back, kind: 'admitted', onDay: '2021-01-01', reason: '' }));
    const [one, two] = [await makeCompany(center, { admittedOn: '2017-01-01' }), await makeCompany(center, { admittedOn: '2016-01-01' })];
    const never = await makeCompany(center, { state: 'prospect' });
    const { id: struck } = await as(director, (ctx) => takeStep(ctx, { company: never, kind: 'admitted', onDay: '2020-01-01', reason: '' }));
    await makeCompany(center, { state: 'graduated', admittedOn: null });
    const counted = async () => {
      const period = { from: null, to: '2022-06-30' };
      const rows = await reading(director, (ctx) => listFigureRows(ctx, cumulative, period, { limit: 10, offset: 0, dir: 'asc' }));
      expect((await reading(director, (ctx) => getFigure(ctx, cumulative, period))).value).toBe(BigInt(rows.length));
      return rows.map((row) => row.day);
    };
    expect(await counted()).toEqual(['2016-01-01', '2017-01-01', '2018-01-01', '2020-01-01']);
    await as(director, (ctx) => strikeStep(ctx, { step: struck, reason: '录错了一家' }));
    await as(director, (ctx) => mergeCompanies(ctx, MergeCompanies.parse({ company: one, with: two })));
    expect(await counted()).toEqual(['2017-01-01', '2018-01-01']);
  });

  it('gives as many rows as the number says, for every indicator', async () => {
    const center = await makeCenter();
    for (const day of ['2021-05-01', '2021-06-01', '2022-01-01']) await makeCompany(center, { admittedOn: day });
    const auditor = await makeMember(center, 'auditor');
    for (const indicator of indicators) {
      const period = { from: '2021-01-01', to: '2021-12-31' };
      const { value } = await reading(auditor, (ctx) => getFigure(ctx, indicator, period));
      const rows = await reading(auditor, (ctx) => listFigureRows(ctx, indicator, period, { limit: 1_000, offset: 0, dir: 'asc' }));
      expect(BigInt(rows.length)).toBe(value);
    }
  });

  it('says by how much a print no longer holds', async () => {
    const center = await makeCenter();
    await makeCompany(center, { admittedOn: '2022-01-01' });
    const director = await makeMember(center, 'director');
    const print = { centerId: center, scope: 'center' as const, indicator: 'companies.cumulative', unit: 'companies', periodTo: '2022-06-30', source: 'x', quote: 'x', createdAt: testNow };
    await owner().insert(publishedFigures).values([
      { ...print, id: newId(), hedge: 'exact', value: 2n },
      { ...print, id: newId(), hedge: 'at_least', value: 1n },
      { ...print, id: newId(), hedge: 'undisclosed', value: null },
      { ...print, id: newId(), scope: 'city', hedge: 'exact', value: 1n },
    ]);
    const figures = await reading(director, (ctx) => listPublishedFigures(ctx));
    const said = (hedge: string, scope = 'center') => figures.find((figure) => figure.hedge === hedge && figure.scope === scope)?.comparison;
    expect(said('exact')).toEqual({ kind: 'differs', by: -1n });
    expect(said('at_least')).toEqual({ kind: 'matches' });
    expect(said('undisclosed')).toEqual({ kind: 'incomparable' });
    expect(said('exact', 'city')).toBeNull();
  });

  it('is closed to companies, mentors and the administrator', async () => {
    const center = await makeCenter();
    const company = await makeCompany(center);
    for (const member of [await makeMember(center, 'company_owner', { companyId: company }), await makeMember(center, 'mentor'), await makeMember(center, 'administrator')]) {
      await expect(reading(member, (ctx) => listPublishedFigures(ctx))).rejects.toThrow(ForbiddenError);
    }
  });
});
