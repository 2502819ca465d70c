import type { z } from 'zod';
import { entries, entryChanges } from '@/db/schema/audit';
import { hashOf } from '@/lib/audit/commands';
import type { EntryKind } from '@/lib/audit/entries';
import type { MemberRole } from '@/lib/kernel/actor';
import { insertAll } from './insert';
import type { Random } from './random';
import type { Story } from './story';

export interface Teller {
  membershipId: string;
  personId?: string | null;
  name: string;
  role: MemberRole;
}

/** Entries of the demo, as `record` would have left them at the time. */
export class Trail {
  private readonly rows: (typeof entries.$inferInsert)[] = [];
  private readonly changes: (typeof entryChanges.$inferInsert)[] = [];

  constructor(private readonly story: Story) {}

  add<D extends z.ZodType>(
    kind: EntryKind<D>,
    at: Date,
    by: Teller,
    about: { subject: { type: string; id: string | null }; companyId: string | null; data: z.input<D>; changed?: { before: Record<string, unknown> | null; after: Record<string, unknown> | null } },
    /** Dice of its own, for what was added later: one entry more must not change what comes after. */
    random: Pick<Random, 'id'> = this.story.random,
  ): string {
    const id = random.id(at);
    if (about.changed !== undefined) this.changes.push({ centerId: this.story.centerId, entryId: id, ...about.changed });
    this.rows.push({
      centerId: this.story.centerId,
      id,
      occurredAt: at,
      name: kind.name,
      actorKind: 'member',
      actorRole: by.role,
      actorName: by.name,
      personId: by.personId ?? null,
      membershipId: by.membershipId,
      requestId: 'demo',
      subjectType: about.subject.type,
      subjectId: about.subject.id,
      companyId: about.companyId,
      forCenter: kind.audience.includes('center'),
      forCompany: kind.audience.includes('company'),
      forMentor: kind.audience.includes('mentor'),
      data: kind.data.parse(about.data) as Record<string, unknown>,
      changesHash: about.changed === undefined ? null : hashOf(about.changed),
    });
    return id;
  }

  async write(): Promise<void> {
    this.rows.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
    await insertAll(this.story.db, entries, this.rows);
    await insertAll(this.story.db, entryChanges, this.changes);
  }
}
