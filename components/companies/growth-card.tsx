import { Chart } from '@/components/chart/chart';
import { Card } from '@/components/ui/card';
import { Sub, Table, Td, Th } from '@/components/ui/table';
import { type GrowthYear, timesOfFirst } from '@/lib/companies/growth';
import { formatArea } from '@/lib/kernel/area';
import type { Translate } from '@/lib/kernel/i18n';
import { formatWan } from '@/lib/kernel/money';

/** 成长档案: area, revenue, people and rights over the years as multiples of their first, with the figures below. `t` is `graduation`, `road` the road's. */
export function GrowthCard({ years, name, t, road, missing }: { years: readonly GrowthYear[]; name: string; t: Translate; road: Translate; missing: string }) {
  const first = years.find((one) => one.area !== null)?.area;
  const [from, to] = [years[0]?.year ?? '', years.at(-1)?.year ?? ''];
  const series = (['area', 'revenue', 'staff', 'ip'] as const)
    .map((key) => ({ name: t(`growth.${key}`), points: timesOfFirst(years.map((one) => (one[key] === null ? null : Number(one[key])))).map((value) => ({ value: value === null ? null : Math.round(value * 100) / 100 })) }))
    .filter((one) => one.points.some((point) => point.value !== null));
  // What nothing is known of has no line, and isn't announced.
  const summary = t('growth.summary', { company: name, from: String(from), to: String(to), what: series.map((one) => one.name).join(t('growth.and')) });
  return (
    <Card title={t('growth.title')} id="growth" {...(first === null || first === undefined ? {} : { note: t('growth.start', { area: formatArea(first) }) })}>
      {series.length === 0 ? (
        <p className="text-ink-2">{t('growth.none')}</p>
      ) : (
        <>
          <Chart data={{ kind: 'line', categories: years.map((one) => String(one.year)), series, unit: t('growth.times'), missing }} summary={summary} labels={{ table: t('growth.table'), category: t('growth.year') }} />
          <Table caption={t('growth.table')}>
            <thead>
              <tr>
                <Th>{t('growth.year')}</Th>
                <Th>{t('growth.state')}</Th>
                <Th right>{t('growth.area')}</Th>
                <Th right>{t('growth.revenue')}</Th>
                <Th right>{t('growth.staff')}</Th>
                <Th right>{t('growth.ip')}</Th>
              </tr>
            </thead>
            <tbody>
              {years.map((one) => (
                <tr key={one.year}>
                  <Td>{one.year}</Td>
                  <Td>
                    <span className="whitespace-nowrap">{road(`stages.${one.stage}`)}</span>
                  </Td>
                  <Td right>{one.area === null ? missing : formatArea(one.area)}</Td>
                  <Td right>
                    {one.revenue === null ? missing : formatWan(one.revenue)}
                    {one.waits && <Sub>{t('growth.waits')}</Sub>}
                  </Td>
                  <Td right>{one.staff ?? missing}</Td>
                  <Td right>{one.ip ?? missing}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </Card>
  );
}
