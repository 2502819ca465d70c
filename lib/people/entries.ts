import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

/** What can happen to people and to how they come in. Their own sign-in is told to nobody; what others do to it is. */

const named = z.object({ name: z.string() });
const member = z.object({ name: z.string(), role: z.string(), membership: z.string() });
const people = (portal: string) => (portal === 'desk' ? '/desk/settings/people' : portal === 'my' ? '/my/people' : '/mentor');

export const sessionOpened = defineEntry({ name: 'session.opened', data: z.object({}), audience: ['center'] });
export const sessionEnded = defineEntry({ name: 'session.ended', data: z.object({}), audience: ['center'] });
export const membershipChosen = defineEntry({ name: 'session.membershipChosen', data: z.object({ role: z.string() }), audience: ['center'] });
export const sessionClosed = defineEntry({ name: 'session.closed', data: z.object({ device: z.string(), count: z.number() }), audience: ['center'] });
export const sessionsClosed = defineEntry({
  name: 'session.closedFor',
  data: z.object({ name: z.string(), membership: z.string(), count: z.number() }),
  audience: ['center'],
  always: true,
  tell: (data) => [{ membership: data.membership }],
  path: () => '/account/sessions',
});

/** Somebody tried five times; who it was is known by the address alone. */
export const signInLocked = defineEntry({ name: 'session.locked', data: z.object({ name: z.string(), minutes: z.number() }), audience: ['center'] });

export const passwordChanged = defineEntry({ name: 'person.passwordChanged', data: z.object({}), audience: ['center'] });
export const passwordReset = defineEntry({ name: 'person.passwordReset', data: z.object({}), audience: ['center'] });
export const resetAsked = defineEntry({ name: 'person.resetAsked', data: z.object({}), audience: ['center'] });
export const phoneChanged = defineEntry({ name: 'person.phoneChanged', data: z.object({}), audience: ['center'], personal: ['phone'] });
export const secondFactorSet = defineEntry({ name: 'person.secondFactorSet', data: z.object({}), audience: ['center'] });
export const secondFactorRemoved = defineEntry({ name: 'person.secondFactorRemoved', data: z.object({}), audience: ['center'] });
export const recoveryRenewed = defineEntry({ name: 'person.recoveryRenewed', data: z.object({}), audience: ['center'] });
export const recoveryUsed = defineEntry({ name: 'person.recoveryUsed', data: z.object({ left: z.number() }), audience: ['center'] });
/** From the machine itself (`npm run admin:reset`), by whoever holds it. */
export const letBackInAtMachine = defineEntry({ name: 'person.letBackInAtMachine', data: z.object({}), audience: ['center'] });
export const preferencesChanged = defineEntry({ name: 'person.preferencesChanged', data: z.object({}), audience: [] });

/** A clerk let somebody back in after checking who they are: the director is told. */
export const linkIssued = defineEntry({
  name: 'person.linkIssued',
  data: z.object({ name: z.string(), purpose: z.string(), check: z.string(), membership: z.string() }),
  audience: ['center'],
  always: true,
  tell: (data) => [{ role: 'director' }, { membership: data.membership }],
  path: (_data, portal) => (portal === 'desk' ? people(portal) : '/account'),
});

export const invited = defineEntry({
  name: 'invitation.sent',
  data: z.object({ name: z.string(), role: z.string(), company: z.string().nullable() }),
  audience: ['center', 'company'],
  personal: ['phone', 'email'],
});
export const invitationRevoked = defineEntry({ name: 'invitation.revoked', data: named, audience: ['center', 'company'] });
export const invitationRenewed = defineEntry({ name: 'invitation.renewed', data: named, audience: ['center', 'company'] });
export const invitationAccepted = defineEntry({
  name: 'invitation.accepted',
  data: z.object({ name: z.string(), role: z.string(), invitedBy: z.string().nullable() }),
  audience: ['center', 'company'],
  tell: (data) => (data.invitedBy === null ? [] : [{ membership: data.invitedBy }]),
  path: (_data, portal) => people(portal),
});

export const membershipEdited = defineEntry({
  name: 'membership.edited',
  data: member,
  audience: ['center', 'company'],
});
export const roleChanged = defineEntry({
  name: 'membership.roleChanged',
  data: z.object({ name: z.string(), before: z.string(), after: z.string(), membership: z.string() }),
  audience: ['center', 'company'],
  always: true,
  tell: (data) => [{ membership: data.membership }],
  path: (_data, portal) => (portal === 'desk' ? '/desk' : portal === 'my' ? '/my' : '/mentor'),
});
export const membershipEnded = defineEntry({
  name: 'membership.ended',
  data: z.object({ name: z.string(), role: z.string(), reason: z.string() }),
  audience: ['center', 'company'],
});
/** Its people can't be reached through the platform any more until somebody invites anew. */
export const companyLeftAlone = defineEntry({
  name: 'membership.lastOfCompany',
  data: z.object({ name: z.string(), company: z.string() }),
  audience: ['center'],
  tell: () => [{ role: 'liaison' }, { role: 'manager' }],
  path: () => '/desk/settings/people?left=1',
});

export const installationBegun = defineEntry({ name: 'center.begun', data: z.object({ center: z.string(), name: z.string() }), audience: ['center'] });

export const applicantRegistered = defineEntry({ name: 'applicant.registered', data: named, audience: ['center'] });
export const applicantCameIn = defineEntry({ name: 'applicant.cameIn', data: named, audience: ['center', 'company'] });

export const viewSaved = defineEntry({ name: 'view.saved', data: named, audience: [] });
export const viewRemoved = defineEntry({ name: 'view.removed', data: named, audience: [] });
