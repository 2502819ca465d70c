import type { HiddenFields } from '@/components/form/form-state';
import { PostButton } from '@/components/form/plain-form';
import type { FormAction } from '@/components/ui/form-action';
import { Icon } from '@/components/ui/icon';
import { StatePill } from '@/components/ui/pill';
import type { Translate } from '@/lib/kernel/i18n';

const tones = { waiting: 'due', sent: 'ok', failed: 'late' } as const;

/** One letter of the outbox; its text opens below it. */
export function Letter({
  t,
  letter,
  written,
  held,
  again,
}: {
  t: Translate;
  letter: { id: string; recipient: string; subject: string; body: string | null; state: keyof typeof tones; attempts: number; error: string | null };
  written: string;
  /** When its reader's quiet hours end, in words. */
  held?: string;
  again?: { action: FormAction; hidden: HiddenFields };
}) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-3.5 py-2.5">
      <details className="group min-w-0 flex-1 basis-72">
        <summary className="flex cursor-pointer items-baseline gap-2">
          <span className="flex-none transition-transform group-open:rotate-90">
            <Icon name="right" size={12} />
          </span>
          <span className="min-w-0 break-words">
            <b>{letter.subject}</b>
            <span className="sub num">
              {letter.recipient} · {written}
              {held !== undefined && ` ${t('outbox.held', { until: held })}`}
              {letter.attempts > 0 && ` · ${t('outbox.attempts')} ${letter.attempts}`}
            </span>
          </span>
        </summary>
        <p className="mt-2 ml-5 max-w-prose break-words whitespace-pre-wrap text-ink-2">{letter.body ?? t('outbox.hidden')}</p>
        {letter.error !== null && <p className="mt-2 ml-5 break-words text-late">{t('outbox.error', { error: letter.error })}</p>}
      </details>
      <StatePill tone={tones[letter.state]}>{t(`outbox.states.${letter.state}`)}</StatePill>
      {again && (
        <PostButton action={again.action} hidden={again.hidden} values={{ id: letter.id }} size="sm">
          {t('outbox.again')}
        </PostButton>
      )}
    </li>
  );
}
