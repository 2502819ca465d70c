import { StatePill, type Tone } from '@/components/ui/pill';
import type { ApplicationState } from '@/lib/lifecycle/admission';

const tones: Record<ApplicationState, Tone> = { draft: 'neutral', submitted: 'accent', returned: 'due', under_review: 'accent', waiting: 'due', admitted: 'ok', refused: 'late', withdrawn: 'neutral' };

export function ApplicationStatePill({ state, label }: { state: ApplicationState; label: string }) {
  return <StatePill tone={tones[state]}>{label}</StatePill>;
}
