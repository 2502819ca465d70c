import { getT } from '@/app/_server/i18n';
import { CountdownPill } from '@/components/companies/countdown';
import { Card, Section } from '@/components/ui/card';
import { Pill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import type { Day } from '@/lib/kernel/dates';
import type { overdueConditions, termsEnding } from '@/lib/lifecycle/queries/admission';

type Lines<Q extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Q>>;

/** On today's desk: conditions of admission whose day has passed, and terms that end within a month or have ended. */
export async function RoadToday({ conditions, terms, today }: { conditions: Lines<typeof overdueConditions>; terms: Lines<typeof termsEnding>; today: Day }) {
  const [t, road] = [await getT('admission'), await getT('road')];
  return (
    <>
      {conditions.length > 0 && (
        <Section title={t('today.title')}>
          <Card body="rows">
            {conditions.map((one) => (
              <a key={one.id} className="row" href={`/desk/admission/${one.id}`}>
                <span>
                  {one.name}
                  <Sub>{one.conditionText}</Sub>
                </span>
                <Pill tone="late">{one.conditionDueOn}</Pill>
              </a>
            ))}
          </Card>
        </Section>
      )}
      {terms.length > 0 && (
        <Section title={t('today.terms')} aside={
            <span className="flex gap-3">
              <a className="link" href="/desk/companies?due=over&sort=due&dir=asc">
                {t('today.over')}
              </a>
              <a className="link" href="/desk/companies?due=soon&sort=due&dir=asc">
                {t('today.soon')}
              </a>
            </span>
          }
        >
          <Card body="rows">
            {terms.map((one) => (
              <a key={one.id} className="row" href={`/desk/companies/${one.id}/road`}>
                <span>
                  {one.name}
                  <Sub>{one.carrier}</Sub>
                </span>
                {one.dueOn !== null && <CountdownPill due={one.dueOn} today={today} t={road} />}
              </a>
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
