import { getLocale, getT } from '@/app/_server/i18n';
import { Card, Section } from '@/components/ui/card';
import { Pill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { formatDay } from '@/lib/kernel/date-text';
import type { Day } from '@/lib/kernel/dates';
import type { repairsOpen, supervisionsPassed } from '@/lib/service-desk/queries/watched';

type Lines<Q extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Q>>;

/** On today's desk: supervisions whose day has passed unlifted, and bad ratings to be called back or put right. */
export async function WatchedToday({ passed, repairs, today }: { passed: Lines<typeof supervisionsPassed>; repairs: Lines<typeof repairsOpen>; today: Day }) {
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  return (
    <>
      {passed.length > 0 && (
        <Section title={t('today.supervisionPassed')} aside={<a className="link" href="/desk/requests?show=supervised">{t('today.seeAll')}</a>}>
          <Card body="rows">
            {passed.map((one) => (
              <a key={one.id} className="row" href={`/desk/requests/${one.id}`}>
                <span>
                  {one.title}
                  <Sub>{`${one.number ?? ''} · ${one.company} · ${one.owner ?? t('list.nobody')}`}</Sub>
                </span>
                <Pill tone="late">{t('today.supervisedUntil', { day: formatDay(one.until ?? '', locale) })}</Pill>
              </a>
            ))}
          </Card>
        </Section>
      )}
      {repairs.length > 0 && (
        <Section title={t('today.repairs')}>
          <Card body="rows">
            {repairs.map((one) => (
              <a key={one.id} className="row" href={`/desk/requests/${one.id}?do=contact#act`}>
                <span>
                  {one.title}
                  <Sub>{`${one.number ?? ''} · ${one.company} · ${one.owner ?? t('list.nobody')}`}</Sub>
                </span>
                <Pill tone={one.dueOn < today ? 'late' : 'due'}>{t(one.what === 'contact' ? 'file.repairContactBy' : 'file.repairBy', { day: formatDay(one.dueOn, locale) })}</Pill>
              </a>
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
