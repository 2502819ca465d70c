import { StatePill } from '@/components/ui/pill';
import type { Translate } from '@/lib/kernel/i18n';
import type { AppointmentState, Contact } from '@/lib/mentoring/rules';

/** Days since mentor and company met, in words and colour. */
export function ContactDays({ t, contact }: { t: Translate; contact: Contact }) {
  return <StatePill tone={contact.tone}>{contact.never ? t('notMet', { days: contact.days }) : t('ago', { days: contact.days })}</StatePill>;
}

export function AppointmentPill({ t, state }: { t: Translate; state: AppointmentState | null }) {
  if (state === null) return <StatePill tone="neutral">{t('appointment.none')}</StatePill>;
  return <StatePill tone={state === 'running' ? 'ok' : 'neutral'}>{t(`appointment.${state}`)}</StatePill>;
}
