import type { FileLine } from '@/lib/files/queries';
import type { Correction, Message, RequestEvent, RequestFile } from '@/lib/service-desk/queries/file';
import type { Act, Clock } from '@/lib/service-desk/rules';

/** What the page of one request has read. */
export interface View {
  request: RequestFile;
  clock: Clock;
  acts: ReadonlySet<Act>;
  files: readonly FileLine[];
  returns: readonly Correction[];
  messages: readonly Message[];
  rating: { grade: number; comment: string; ratedAt: Date } | null;
  events: readonly RequestEvent[];
}
