import './entries/collection';
import './entries/facts';
import './entries/ip';
import './entries/profile';
import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';
import { consentKinds, consentScenes, erasureReasons, personKinds } from './personal';
import { trioRoles } from './inputs';
import { roadKinds } from './road';

const company = { companyId: z.string(), company: z.string() };
type About = { companyId: string };
const file = (data: About, portal: 'desk' | 'my' | 'mentor') =>
  portal === 'desk' ? `/desk/companies/${data.companyId}` : portal === 'my' ? '/my/company' : `/mentor/companies/${data.companyId}`;

export const companyCreated = defineEntry({
  name: 'company.created',
  data: z.object({ ...company, by: z.enum(['hand', 'import']) }),
  audience: ['center', 'company'],
  personal: ['legalRepresentative', 'contactName', 'contactPhone', 'contactEmail'],
  path: file,
});

export const companyEdited = defineEntry({
  name: 'company.edited',
  data: z.object({ ...company, by: z.enum(['hand', 'import', 'undo']), fields: z.number().int() }),
  audience: ['center', 'company'],
  personal: ['legalRepresentative', 'contactName', 'contactPhone', 'contactEmail'],
  path: file,
});

/** A file that an import had made and that was taken back with it; nobody had used it. */
export const companyWithdrawn = defineEntry({
  name: 'company.withdrawn',
  data: z.object(company),
  audience: ['center'],
  personal: ['legalRepresentative', 'contactName', 'contactPhone', 'contactEmail'],
  path: () => '/desk/companies',
});

/** Whose contact it is stays out of the sentence: names of people are kept where the law can erase them. */
const contact = { ...company, contactId: z.string() };

export const contactSaved = defineEntry({
  name: 'contact.saved',
  data: z.object({ ...contact, isNew: z.enum(['yes', 'no']) }),
  audience: ['center', 'company'],
  personal: ['name', 'phone', 'email'],
  path: file,
});

export const contactRemoved = defineEntry({
  name: 'contact.removed',
  data: z.object(contact),
  audience: ['center', 'company'],
  personal: ['name', 'phone', 'email'],
  path: file,
});

export const trioAssigned = defineEntry({
  name: 'company.assigned',
  data: z.object({ ...company, role: z.enum(trioRoles), member: z.string(), membershipId: z.string(), previous: z.string() }),
  audience: ['center', 'company', 'mentor'],
  tell: (data) => [{ membership: data.membershipId }, { company: data.companyId }],
  path: file,
});

/** A whole list handed to somebody: told once, beside the quiet entries of its companies. */
export const trioAssignedMany = defineEntry({
  name: 'company.assignedMany',
  data: z.object({ role: z.enum(trioRoles), member: z.string(), membershipId: z.string(), count: z.number().int() }),
  audience: ['center'],
  tell: (data) => [{ membership: data.membershipId }],
  path: (_data, portal) => (portal === 'desk' ? '/desk/companies' : `/${portal}`),
});

export const trioEnded = defineEntry({
  name: 'company.unassigned',
  data: z.object({ ...company, role: z.enum(trioRoles), member: z.string(), membershipId: z.string() }),
  audience: ['center', 'company', 'mentor'],
  tell: (data) => [{ membership: data.membershipId }],
  path: file,
});

/** A step of the road. `told` is no where whoever decided it tells the company in words of its own. */
export const companyStepped = defineEntry({
  name: 'company.stepped',
  data: z.object({ ...company, kind: z.enum(roadKinds), day: z.string(), carrier: z.string(), until: z.string(), reason: z.string(), told: z.enum(['yes', 'no']) }),
  audience: ['center', 'company', 'mentor'],
  tell: (data) => (data.told === 'yes' && ['moved', 'extended', 'exited', 'removed'].includes(data.kind) ? [{ company: data.companyId }] : []),
  path: (data, portal) => (portal === 'desk' ? `${file(data, portal)}/road` : file(data, portal)),
});

/** The term of incubation ends: told to those who look after the company, and to the company. */
export const termWarned = defineEntry({
  name: 'company.termWarned',
  data: z.object({ ...company, due: z.string(), months: z.number().int(), trio: z.array(z.string()) }),
  audience: ['center', 'company'],
  tell: (data) => [...data.trio.map((membership) => ({ membership })), { company: data.companyId }, ...(data.months === 0 ? [{ role: 'manager' as const }] : [])],
  path: (data, portal) => (portal === 'desk' ? `${file(data, portal)}/road` : file(data, portal)),
});

export const stepStruck = defineEntry({
  name: 'company.stepStruck',
  data: z.object({ ...company, kind: z.enum(roadKinds), day: z.string(), reason: z.string() }),
  audience: ['center', 'company'],
  path: (data, portal) => (portal === 'desk' ? `${file(data, portal)}/road` : file(data, portal)),
});

export const carrierAdded = defineEntry({
  name: 'carrier.added',
  data: z.object({ carrier: z.string() }),
  audience: ['center'],
  path: () => '/desk/companies/carriers',
});

export const carrierClosed = defineEntry({
  name: 'carrier.closed',
  data: z.object({ carrier: z.string() }),
  audience: ['center'],
  path: () => '/desk/companies/carriers',
});

/** A center's own field was added, changed, closed or taken into use again. */
export const fieldChanged = defineEntry({
  name: 'field.changed',
  data: z.object({ field: z.string(), what: z.enum(['added', 'changed', 'closed', 'reopened']) }),
  audience: ['center'],
  path: () => '/desk/settings/fields',
});

/** Two files of one company became one. The other's entries stay as they are and are read through this. */
export const companyMerged = defineEntry({
  name: 'company.merged',
  data: z.object({ ...company, other: z.string(), otherId: z.string(), fields: z.number().int() }),
  audience: ['center', 'company'],
  personal: ['legalRepresentative'],
  path: file,
});

export const companyUnmerged = defineEntry({
  name: 'company.unmerged',
  data: z.object({ ...company, other: z.string(), otherId: z.string() }),
  audience: ['center', 'company'],
  path: file,
});

/** A segment: filters everybody at the desk shares. */
export const segmentSaved = defineEntry({ name: 'segment.saved', data: z.object({ segment: z.string() }), audience: ['center'], path: () => '/desk/companies/segments' });
export const segmentRemoved = defineEntry({ name: 'segment.removed', data: z.object({ segment: z.string() }), audience: ['center'], path: () => '/desk/companies/segments' });

/** Consent of somebody of a company; who it is stays out of the sentence. */
const consent = z.object({ ...company, kind: z.enum(consentKinds).default('contact'), scene: z.enum(consentScenes), version: z.string() });
export const consentGiven = defineEntry({ name: 'consent.given', data: consent, audience: ['center', 'company'], path: file });
export const consentWithdrawn = defineEntry({ name: 'consent.withdrawn', data: consent, audience: ['center', 'company'], path: file });

/** Somebody's data was deleted by law: of which company and why, not whose. */
export const personErased = defineEntry({
  name: 'person.erased',
  data: z.object({ kind: z.enum(personKinds).default('contact'), ...company, reason: z.enum(erasureReasons), rows: z.number().int() }),
  audience: ['center'],
  path: () => '/desk/settings/privacy',
});
