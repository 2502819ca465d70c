import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { StatePill } from '@/components/ui/pill';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';

interface Repair {
  round: number;
  contactDueOn: string;
  contactedAt: Date | null;
  contactNote: string | null;
  longReason: string | null;
  dueOn: string;
  repairedAt: Date | null;
  repairNote: string | null;
}

/** How a bad rating is put right: called back, put right, until when. That of a round which was taken up again says of which. */
export function RepairCard({ t, locale, repair, portal, earlier = false, act }: { t: Translate; locale: Locale; repair: Repair; portal: 'desk' | 'my'; earlier?: boolean; act?: ReactNode }) {
  const day = (at: Date) => formatDay(dayOf(at), locale);
  return (
    <Card title={earlier ? t('file.repairEarlier', { round: repair.round }) : t('file.repair')} now={repair.repairedAt === null ? 'late' : false} aside={act} {...(portal === 'my' ? { className: 'mt-4' } : {})}>
      <p>
        {repair.contactedAt === null ? (
          <StatePill tone="late">{t('file.repairContactBy', { day: formatDay(repair.contactDueOn, locale) })}</StatePill>
        ) : (
          t('file.repairContacted', { day: day(repair.contactedAt), note: repair.contactNote })
        )}
      </p>
      {repair.longReason !== null && <p className="text-ink-2">{t('file.repairLong', { reason: repair.longReason })}</p>}
      <p className="mt-1">
        {repair.repairedAt === null ? (
          <StatePill tone="due">{t('file.repairBy', { day: formatDay(repair.dueOn, locale) })}</StatePill>
        ) : (
          t('file.repairDone', { day: day(repair.repairedAt), note: repair.repairNote })
        )}
      </p>
    </Card>
  );
}
