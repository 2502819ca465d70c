import type { DraftLabels } from '@/components/mentoring/visit-draft';
import type { Translate } from '@/lib/kernel/i18n';

/** The clock is put in by the browser. */
export function draftLabels(t: Translate): DraftLabels {
  const time = '{time}';
  return {
    empty: t('draft.empty'),
    saved: t('draft.saved', { time }),
    restored: t('draft.restored', { time }),
    failed: t('draft.failed'),
    discard: t('draft.discard'),
  };
}
