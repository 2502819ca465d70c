import type { Day } from '@/lib/kernel/dates';
import { inOrder, type Stage, type Step, standingOn } from './road';

/** 成长档案: a company's years side by side. What nobody stated is missing, never zero. */
export interface GrowthYear {
  year: number;
  stage: Stage;
  /** Hundredths of a square metre at the year's end. */
  area: number | null;
  /** Fen; the verified figure, or the one that waits. */
  revenue: bigint | null;
  staff: number | null;
  /** Rights granted by the year's end; null while none is known at all. */
  ip: number | null;
  /** A figure of this year waits to be verified. */
  waits: boolean;
}

export interface GrowthFact {
  year: number;
  key: 'revenue' | 'staff';
  value: bigint;
  verified: boolean;
}

/** From the first year anything is known of to this one; a road that begins on an unknown day gives no year by itself. */
export function growthOf(given: { steps: readonly Step[]; facts: readonly GrowthFact[]; granted: readonly Day[]; area: number | null; today: Day }): GrowthYear[] {
  const { steps, facts, granted, area, today } = given;
  const dated = steps.filter((step) => step.basis !== 'unknown').map((step) => Number(step.onDay.slice(0, 4)));
  const years = [...dated, ...facts.map((fact) => fact.year), ...granted.map((day) => Number(day.slice(0, 4)))];
  const last = Number(today.slice(0, 4));
  if (years.length === 0) return [];
  const found: GrowthYear[] = [];
  for (let year = Math.min(...years); year <= last; year += 1) {
    const end = year === last ? today : `${year}-12-31`;
    const here = inOrder(steps).filter((step) => step.onDay <= end);
    const seat = here.findLast((step) => step.area !== null);
    const fact = (key: GrowthFact['key']) => facts.filter((one) => one.year === year && one.key === key).sort((a, b) => Number(b.verified) - Number(a.verified))[0];
    const [revenue, staff] = [fact('revenue'), fact('staff')];
    found.push({
      year,
      stage: standingOn(here).stage,
      area: year === last && area !== null ? area : (seat?.area ?? null),
      revenue: revenue?.value ?? null,
      staff: staff === undefined ? null : Number(staff.value),
      ip: granted.length === 0 ? null : granted.filter((day) => day <= end).length,
      waits: revenue?.verified === false || staff?.verified === false,
    });
  }
  return found;
}

/** How many times the first known value each year's is; null where either is missing or the first is nothing. */
export function timesOfFirst(values: readonly (number | null)[]): (number | null)[] {
  const first = values.find((value) => value !== null && value > 0);
  return values.map((value) => (value === null || first === undefined || first === null ? null : value / first));
}
