import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { addressesOf, isMadeByJourney, listPages, portalOf } from '../routes';

const wild = '?page=-1&size=99999999999&sort=%3Cx%3E&dir=sideways&q=%00%27%22%5C%25&state=a&state=b&from=0000-99-99&to=x&year=99999&liaison=x&mentor=%F0%9F%9A%80&company=..&item=1&owner=null&show=zzz&verdict=1&map=2&do=x&center=x&batch=x&tag=%25&c=x&role=x&membership=x&kind=x&number=%00&check=%00&next=//x&link=x&exact=x&carrier=x&leading=x&department=x';
const wrongIds = ['x', '%27', '%00', '..%2F..%2Fetc', '0193b0a0-0000-7000-8000-00000000000g', '0193b0a0-0000-7000-8000-000000000000', 'x'.repeat(3000), '%F0%9F%9A%80'];

test('no address makes a page fall: wild queries are ignored, wrong ids are not found', async ({ visit, database }) => {
  test.slow();
  const broken: string[] = [];
  const openers = new Map<string, Page>();
  for (const pattern of listPages().filter((one) => portalOf(one).length > 0)) {
    const visitor = portalOf(pattern)[0] ?? 'nobody';
    const page = openers.get(visitor) ?? (await visit(visitor));
    openers.set(visitor, page);
    const ask = async (address: string, allowed: (status: number) => boolean) => {
      const status = (await page.request.get(address, { maxRedirects: 0 })).status();
      if (!allowed(status)) broken.push(`${status} ${address.slice(0, 120)} as ${visitor}`);
    };
    if (!pattern.includes('[')) await ask(pattern + wild, (status) => status < 500);
    else {
      for (const id of wrongIds) await ask(pattern.replace(/\[[^\]]+\]/g, id), (status) => status < 500);
      const known = isMadeByJourney(pattern) ? [] : await addressesOf(database, pattern, visitor).catch(() => []);
      if (known[0] !== undefined) await ask(known[0] + wild.replace('?', known[0].includes('?') ? '&' : '?'), (status) => status < 500);
    }
  }
  for (const address of ['/api/files/x', '/api/files/%00', `/api/exports/companies${wild}`, `/api/exports/people${wild}`, `/api/exports/trail${wild}`, `/api/exports/visits${wild}`, '/api/exports/imports/x', '/api/exports/templates/x', '/api/tasks/x', '/api/jump?q=%00%27']) {
    const status = (await openers.get('director')?.request.get(address, { maxRedirects: 0 }))?.status() ?? 0;
    if (status >= 500) broken.push(`${status} ${address.slice(0, 60)}`);
  }
  expect(broken).toEqual([]);
});
