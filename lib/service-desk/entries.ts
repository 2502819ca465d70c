import { z } from 'zod';
import { defineEntry, type Recipient } from '@/lib/audit/entries';
import { itemEffects } from './inputs/item';

const about = { request: z.string(), number: z.string(), title: z.string() };
const held = { ...about, owner: z.string().nullable(), companyId: z.string() };
const begun = z.array(z.object({ departmentId: z.string().nullable(), role: z.string().nullable(), ownerId: z.string().nullable() })).default([]);
/** What granting it brought about elsewhere. */
const effect = z.enum(['none', ...itemEffects]).default('none');
const lane = { ...held, lane: z.string(), laneEn: z.string() };
type About = { request: string };

const file = (data: About, portal: 'desk' | 'my' | 'mentor') => (portal === 'my' ? `/my/requests/${data.request}` : `/desk/requests/${data.request}`);
const holder = (data: { owner: string | null }): readonly Recipient[] => (data.owner === null ? [{ role: 'liaison' }] : [{ membership: data.owner }]);
const ownerOnly = (data: { owner: string | null }): readonly Recipient[] => (data.owner === null ? [] : [{ membership: data.owner }]);
const company = (data: { companyId: string }): readonly Recipient[] => [{ company: data.companyId }];
const shared = ['center', 'company'] as const;

const staffRoles = ['director', 'manager', 'liaison', 'counsellor', 'finance'] as const;

/** Whose lanes begin: their holder, those of the department, or those in the role. */
function beginners(lanes: z.output<typeof begun>): Recipient[] {
  return lanes.flatMap(({ departmentId, role, ownerId }): Recipient[] => {
    if (ownerId !== null) return [{ membership: ownerId }];
    if (departmentId !== null) return staffRoles.map((one) => ({ role: one, department: departmentId }));
    const known = staffRoles.find((one) => one === role);
    return known === undefined ? [] : [{ role: known }];
  });
}

/** Drafts are the company's own affair: the desk reads nothing of them. */
export const requestDrafted = defineEntry({ name: 'request.drafted', data: z.object({ request: z.string(), item: z.string() }), audience: ['company'], path: file });
export const requestEdited = defineEntry({ name: 'request.edited', data: z.object({ request: z.string(), title: z.string() }), audience: ['company'], path: file });
export const requestDiscarded = defineEntry({ name: 'request.discarded', data: z.object({ title: z.string() }), audience: ['company'] });

/** The desk wrote it for the company, which is asked to confirm. */
export const requestTyped = defineEntry({ name: 'request.typed', data: z.object({ ...held, channel: z.string() }), audience: shared, tell: company, path: file });
/** What was written for the company is another text now, before it confirmed. */
export const requestRetyped = defineEntry({ name: 'request.retyped', data: z.object({ ...held, changed: z.number().int() }), audience: shared, tell: company, path: file });
export const requestConfirmed = defineEntry({
  name: 'request.confirmed',
  data: z.object({ ...held, method: z.enum(['portal', 'code', 'letter']), changed: z.number().int() }),
  audience: shared,
  tell: holder,
  path: file,
});
export const requestLogged = defineEntry({ name: 'request.logged', data: z.object({ ...held, channel: z.string() }), audience: shared, path: file });

export const requestSubmitted = defineEntry({ name: 'request.submitted', data: z.object({ ...held, files: z.number().int() }), audience: shared, tell: holder, path: file });
export const requestAccepted = defineEntry({
  name: 'request.accepted',
  data: z.object({ ...held, ownerName: z.string(), due: z.string(), known: z.enum(['yes', 'no']), how: z.enum(['desk', 'default']).default('desk'), begun }),
  audience: shared,
  // What nobody answered in time runs from now on: who has it must know, and who leads.
  tell: (data) => [...company(data), ...beginners(data.begun), ...(data.how === 'default' ? [...holder(data), { role: 'manager' as const }] : [])],
  path: file,
});
export const requestRefused = defineEntry({ name: 'request.refused', data: z.object({ ...held, reason: z.string() }), audience: shared, tell: company, path: file });
export const requestReturned = defineEntry({
  name: 'request.returned',
  data: z.object({ ...held, round: z.number().int(), count: z.number().int(), items: z.string() }),
  audience: shared,
  tell: company,
  path: file,
});
export const requestResubmitted = defineEntry({ name: 'request.resubmitted', data: z.object({ ...held, round: z.number().int() }), audience: shared, tell: holder, path: file });

export const requestLaneDecided = defineEntry({
  name: 'request.laneDecided',
  data: z.object({ ...lane, opinion: z.enum(['agree', 'disagree']), outcome: z.enum(['running', 'next', 'agreed', 'disagreed']), begun }),
  audience: shared,
  tell: (data) => [...ownerOnly(data), ...beginners(data.begun)],
  path: file,
});
export const requestLaneReturned = defineEntry({
  name: 'request.laneReturned',
  data: z.object({ ...lane, round: z.number().int(), count: z.number().int(), items: z.string() }),
  audience: shared,
  tell: company,
  path: file,
});
export const requestLaneAnswered = defineEntry({ name: 'request.laneAnswered', data: z.object(held), audience: shared, tell: holder, path: file });
export const requestLaneStopped = defineEntry({
  name: 'request.laneStopped',
  data: z.object({ ...lane, kind: z.enum(['outside', 'pause']), party: z.string(), reason: z.string() }),
  audience: shared,
  path: file,
});
export const requestLaneResumed = defineEntry({ name: 'request.laneResumed', data: z.object(lane), audience: shared, path: file });
export const requestLaneTransferred = defineEntry({
  name: 'request.laneTransferred',
  data: z.object({ ...lane, to: z.string(), toName: z.string() }),
  audience: ['center'],
  tell: (data) => [{ membership: data.to }],
  path: file,
});

export const requestMessaged = defineEntry({
  name: 'request.messaged',
  data: z.object({ ...held, from: z.enum(['company', 'desk']), mentioned: z.array(z.string()).default([]) }),
  audience: shared,
  tell: (data) => [...(data.from === 'company' ? holder(data) : company(data)), ...data.mentioned.map((membership) => ({ membership }))],
  path: file,
});
export const requestNoted = defineEntry({
  name: 'request.noted',
  data: z.object({ ...held, mentioned: z.array(z.string()).default([]) }),
  audience: ['center'],
  tell: (data) => [...ownerOnly(data), ...data.mentioned.map((membership) => ({ membership }))],
  path: file,
});
export const requestTransferred = defineEntry({
  name: 'request.transferred',
  data: z.object({ ...held, ownerName: z.string(), reason: z.string() }),
  audience: shared,
  tell: ownerOnly,
  path: file,
});
/** Whoever is told of a merge is led to where it goes on. */
export const requestMerged = defineEntry({
  name: 'request.merged',
  data: z.object({ ...held, into: z.string(), intoId: z.string().optional(), reason: z.string().default('') }),
  audience: shared,
  tell: company,
  path: (data, portal) => file({ request: data.intoId ?? data.request }, portal),
});
export const requestAbsorbed = defineEntry({ name: 'request.absorbed', data: z.object({ ...held, other: z.string() }), audience: shared, tell: ownerOnly, path: file });

/** 相关办件. Where the other one is another company's, only the desk learns of it. */
const link = z.object({ ...held, other: z.string(), reason: z.string() });
export const requestLinked = defineEntry({ name: 'request.linked', data: link, audience: shared, tell: ownerOnly, path: file });
export const requestLinkedInside = defineEntry({ name: 'request.linkedInside', data: link, audience: ['center'], tell: ownerOnly, path: file });
const unlink = z.object({ ...held, other: z.string() });
export const requestUnlinked = defineEntry({ name: 'request.unlinked', data: unlink, audience: shared, path: file });
export const requestUnlinkedInside = defineEntry({ name: 'request.unlinkedInside', data: unlink, audience: ['center'], path: file });

export const requestDecided = defineEntry({
  name: 'request.decided',
  data: z.object({ ...held, document: z.string(), outcome: z.enum(['granted', 'declined']), effect }),
  audience: ['center'],
  path: file,
});
export const requestDelivered = defineEntry({ name: 'request.delivered', data: z.object({ ...held, delivery: z.string() }), audience: shared, tell: company, path: file });
export const requestCompleted = defineEntry({
  name: 'request.completed',
  data: z.object({ ...held, document: z.string(), outcome: z.enum(['granted', 'declined']).default('granted'), effect }),
  audience: shared,
  tell: company,
  path: file,
});
export const requestWithdrawn = defineEntry({ name: 'request.withdrawn', data: z.object({ ...held, reason: z.string() }), audience: shared, tell: holder, path: file });
export const requestReopened = defineEntry({ name: 'request.reopened', data: z.object({ ...held, round: z.number().int(), reason: z.string() }), audience: shared, tell: holder, path: file });

/** The desk sees the grade at once; whose it is stands only in the rating. A bad one is the manager's as well. */
export const requestRated = defineEntry({
  name: 'request.rated',
  data: z.object({ ...held, grade: z.number().int() }),
  audience: shared,
  tell: (data) => (data.grade <= 2 ? [...holder(data), { role: 'manager' }] : ownerOnly(data)),
  path: file,
});
export const requestContacted = defineEntry({ name: 'request.contacted', data: z.object({ ...held, days: z.number().int(), due: z.string() }), audience: shared, path: file });
export const requestRepaired = defineEntry({ name: 'request.repaired', data: z.object({ ...held, note: z.string() }), audience: shared, tell: company, path: file });
export const requestRatedAgain = defineEntry({ name: 'request.ratedAgain', data: z.object({ ...held, grade: z.number().int() }), audience: shared, tell: ownerOnly, path: file });

export const requestUrged = defineEntry({ name: 'request.urged', data: z.object(held), audience: shared, tell: holder, path: file });
export const requestSupervised = defineEntry({
  name: 'request.supervised',
  data: z.object({ ...held, until: z.string(), reason: z.string() }),
  audience: ['center'],
  tell: holder,
  path: file,
});
export const requestLifted = defineEntry({ name: 'request.lifted', data: z.object({ ...held, note: z.string() }), audience: ['center'], tell: holder, path: file });
/** How late it is (1 amber, 2 late, 3 two working days late), and whom of the three that concerns now: '1', '23' … where days passed unwatched. */
const lateness = { level: z.number().int().min(1).max(3), told: z.string().regex(/^1?2?3?$/), due: z.string() };

/** Amber tells whoever holds it, late the manager, two working days late the director; whatever they have chosen to be told. */
export const requestWarned = defineEntry({
  name: 'request.warned',
  data: z.object({ ...held, ...lateness }),
  audience: ['center'],
  tell: (data) => [
    ...(data.told.includes('1') ? holder(data) : []),
    ...(data.told.includes('2') ? [{ role: 'manager' as const }] : []),
    ...(data.told.includes('3') ? [{ role: 'director' as const }] : []),
  ],
  always: true,
  path: file,
});
/** The same of one lane: whoever has it or may take it, who leads its department, the director. `led`: its department has a manager. */
export const requestLaneWarned = defineEntry({
  name: 'request.laneWarned',
  data: z.object({ ...lane, ...lateness, laneOwner: z.string().nullable(), department: z.string().nullable(), role: z.string().nullable(), led: z.boolean() }),
  audience: ['center'],
  tell: (data) => [
    ...(data.told.includes('1') ? beginners([{ ownerId: data.laneOwner, departmentId: data.department, role: data.role }]) : []),
    ...(data.told.includes('2') ? [{ role: 'manager' as const, ...(data.led && data.department !== null ? { department: data.department } : {}) }] : []),
    ...(data.told.includes('3') ? [{ role: 'director' as const }] : []),
  ],
  always: true,
  path: file,
});
/** The manager of a department, or every manager where none leads it. */
const managerOf = (department: string | null): Recipient => ({ role: 'manager', ...(department === null ? {} : { department }) });

/** 督办期满未解除: the director who ordered it (any director where they have left) and the holder's manager. */
export const requestSupervisionPassed = defineEntry({
  name: 'request.supervisionPassed',
  data: z.object({ ...held, until: z.string(), by: z.string().nullable(), department: z.string().nullable() }),
  audience: ['center'],
  tell: (data) => [data.by === null ? { role: 'director' } : { membership: data.by }, managerOf(data.department)],
  always: true,
  path: file,
});
/** A bad rating's day to call back or to put right: near (1) whoever holds it, passed (2) their manager. */
export const requestRepairWarned = defineEntry({
  name: 'request.repairWarned',
  data: z.object({
    ...held, what: z.enum(['contact', 'repair']), level: z.number().int().min(1).max(2), told: z.string().regex(/^1?2?$/), due: z.string(), department: z.string().nullable(),
  }),
  audience: ['center'],
  tell: (data) => [...(data.told.includes('1') ? holder(data) : []), ...(data.told.includes('2') ? [managerOf(data.department)] : [])],
  always: true,
  path: file,
});
export const requestDueKnown = defineEntry({ name: 'request.dueKnown', data: z.object({ ...held, due: z.string() }), audience: shared, path: file });

export const catalogueEnsured = defineEntry({ name: 'catalogue.ensured', data: z.object({ count: z.number().int() }), audience: ['center'] });
const item = z.object({ item: z.string(), name: z.string(), version: z.number().int() });
export const itemDrafted = defineEntry({ name: 'item.drafted', data: item, audience: ['center'] });
export const itemPublished = defineEntry({ name: 'item.published', data: item.extend({ from: z.string() }), audience: ['center'] });
export const itemClosed = defineEntry({ name: 'item.closed', data: z.object({ item: z.string(), name: z.string() }), audience: ['center'] });
export const itemReopened = defineEntry({ name: 'item.reopened', data: z.object({ item: z.string(), name: z.string() }), audience: ['center'] });
