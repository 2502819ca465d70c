import { StatePill, type Tone } from '@/components/ui/pill';
import type { CompanyState } from '@/lib/companies/inputs';

const tones: Record<CompanyState, Tone> = { prospect: 'accent', incubating: 'ok', graduated: 'accent', exited: 'neutral', removed: 'neutral' };

/** Where a company stands with the center. */
export function CompanyStatePill({ state, label }: { state: CompanyState; label: string }) {
  return <StatePill tone={tones[state]}>{label}</StatePill>;
}
