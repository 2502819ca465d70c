import type { Tone } from '@/components/ui/pill';

const tones: Record<string, Tone> = { checking: 'neutral', checked: 'due', refused: 'late', confirmed: 'accent', applied: 'ok', failed: 'late', discarded: 'neutral', undoing: 'accent', undone: 'neutral' };

export function stateTone(state: string): Tone {
  return tones[state] ?? 'neutral';
}
