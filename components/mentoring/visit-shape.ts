import type { PlaceKind, VisitState, VisitTopic } from '@/lib/mentoring/inputs';

/** What the pieces here show of a visit. */
export interface VisitShape {
  id: string;
  number: string;
  company: string;
  mentor: string;
  visitedAt: Date;
  minutes: number;
  placeKind: PlaceKind;
  place: string;
  topics: readonly VisitTopic[];
  advice: string;
  state: VisitState;
  decidedAt: Date | null;
  decidedBy: string | null;
  remark: string | null;
  withdrawnReason: string | null;
}
