import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Translate } from '@/lib/kernel/i18n';

/** Says which year's holidays are missing; `t` is the `centers` namespace, `act` whether the reader may enter them. */
export function MissingYear({ t, year, act, base = '/desk/settings/calendar' }: { t: Translate; year: number; act: boolean; base?: string }) {
  const written = String(year);
  return (
    <div className="mb-4">
      <Notice
        tone="due"
        title={t('calendar.missing', { year: written })}
        actions={act && <LinkButton href={`${base}/new?year=${written}`}>{t('calendar.missingAct')}</LinkButton>}
      >
        {t('calendar.missingText', { year: written })}
      </Notice>
    </div>
  );
}
