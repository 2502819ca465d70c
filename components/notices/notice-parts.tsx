import { Pill, StatePill } from '@/components/ui/pill';
import type { Translate } from '@/lib/kernel/i18n';
import { asks, type Progress, type Standing, standingTone } from '@/lib/notices/rules';

interface Demand {
  wantsText: boolean;
  wantsFiles: boolean;
}

export function StandingPill({ t, standing }: { t: Translate; standing: Standing }) {
  return <StatePill tone={standingTone(standing)}>{t(`standings.${standing}`)}</StatePill>;
}

export function ProgressPill({ t, progress, asked }: { t: Translate; progress: Progress; asked: boolean }) {
  switch (progress) {
    case 'unread':
      return <StatePill tone="neutral">{t('progress.unread')}</StatePill>;
    case 'read':
      return asked ? <StatePill tone="due">{t('progress.read')}</StatePill> : <StatePill tone="ok">{t('progress.readOnly')}</StatePill>;
    case 'late':
      return <StatePill tone="late">{t('progress.late')}</StatePill>;
    case 'answered':
      return <StatePill tone="ok">{t('progress.answered')}</StatePill>;
    case 'lateAnswer':
      return <StatePill tone="due">{t('progress.lateAnswer')}</StatePill>;
  }
}

/** What is asked, in words. */
export function asksOf(t: Translate, notice: Demand): string {
  if (!asks(notice)) return t('file.asksNothing');
  return [notice.wantsText ? t('file.asksText') : '', notice.wantsFiles ? t('file.asksFiles') : ''].filter((part) => part !== '').join(' + ');
}

export function DuePill({ t, due, today }: { t: Translate; due: string; today: string }) {
  return <Pill tone={due < today ? 'late' : 'due'}>{due < today ? t('my.lateBy', { due }) : t('my.answerBy', { due })}</Pill>;
}

/** Text as it was written: paragraphs stay, nothing in it is ever markup. */
export function Written({ text }: { text: string }) {
  return <p className="max-w-[72ch] break-words whitespace-pre-line">{text}</p>;
}
