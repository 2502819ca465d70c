import { Pill } from '@/components/ui/pill';
import { countdownOf } from '@/lib/companies/road';
import { monthsBetween } from '@/lib/companies/rules';
import { type Day, daysBetween } from '@/lib/kernel/dates';
import type { Translate } from '@/lib/kernel/i18n';

/** How long a company may still stay. `t` is the `road` namespace. */
export function CountdownPill({ due, today, t }: { due: Day; today: Day; t: Translate }) {
  const stands = countdownOf(due, today);
  const days = daysBetween(today, due);
  const text =
    stands === 'over' ? t('card.over', { days: -days }) : days === 0 ? t('card.today') : stands === 'month' ? t('card.leftDays', { days }) : t('card.left', { months: monthsBetween(today, due) });
  return <Pill {...(stands === 'over' ? { tone: 'late' as const } : stands === 'month' || stands === 'quarter' ? { tone: 'due' as const } : {})}>{text}</Pill>;
}
