import { hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Notice } from '@/components/ui/notice';
import { mergeEndsAt } from '@/lib/companies/merge';
import type { mergesOf } from '@/lib/companies/queries/merges';
import { formatMoment } from '@/lib/kernel/date-text';
import { undoMergeAction } from './actions';

/** Files that were merged into this one; for a day with the way back. */
export async function Merges({ merges, may, now }: { merges: Awaited<ReturnType<typeof mergesOf>>; may: boolean; now: Date }) {
  const recent = merges.filter((one) => one.undoable && now < mergeEndsAt(one.at));
  if (recent.length === 0) return null;
  const [t, shell, locale] = [await getT('merge'), await getT('shell'), await getLocale()];
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const one of recent) keys.set(one.id, await hiddenFields());
  return (
    <div className="mb-4 grid gap-2">
      {recent.map((one) => (
        <Notice
          key={one.id}
          tone="info"
          title={t('merged', { name: one.name, at: formatMoment(one.at, locale) })}
          {...(may
            ? {
                actions: (
                  <ConfirmButton action={undoMergeAction} hidden={keys.get(one.id)} values={{ merge: one.id }} size="sm" question={{ title: t('undoAsk', { name: one.name }), text: t('undoText'), yes: t('undo'), no: shell('form.cancel') }}>
                    {t('undo')}
                  </ConfirmButton>
                ),
              }
            : {})}
        >
          {t('until', { at: formatMoment(mergeEndsAt(one.at), locale) })}
        </Notice>
      ))}
    </div>
  );
}
