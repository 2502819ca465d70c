import { publishedFigures } from '@/db/schema/figures';
import { startOfDay } from '@/lib/kernel/dates';
import { insertAll } from '../insert';
import type { Story } from '../story';
import printed from './figures.json' with { type: 'json' };

type Row = typeof publishedFigures.$inferInsert;

/** What newspapers printed: figures of the center beside those of the zone, the city, the province. */
export async function tellFigures(story: Story): Promise<void> {
  const { centerId, random } = story;
  const rows = printed.map((print, index): Row => ({
    centerId,
    id: random.id(new Date(startOfDay('2022-12-01').getTime() + index)),
    indicator: print.indicator,
    quote: print.quote,
    scope: print.scope as Row['scope'],
    periodFrom: 'from' in print && print.from !== undefined ? print.from : null,
    periodTo: print.to,
    unit: print.unit,
    value: BigInt(print.value),
    decimals: 'decimals' in print && print.decimals !== undefined ? print.decimals : 0,
    hedge: print.hedge as Row['hedge'],
    source: '公开报道',
    note: 'note' in print && print.note !== undefined ? print.note : null,
  }));
  await insertAll(story.db, publishedFigures, rows);
}
