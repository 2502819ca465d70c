'use server';

import { action } from '@/app/_server/action';
import { desk } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { Reveal } from '@/lib/audit/inputs';
import { inviteMember, renewInvitation, revokeInvitation } from '@/lib/people/commands/invitations';
import { issueLink } from '@/lib/people/commands/links';
import { editMembership, endMembership, endSessionsOf } from '@/lib/people/commands/members';
import { revealPhone } from '@/lib/people/commands/reveal-contact';
import { EditMembership, EndMembership, Invitation, InviteMember, IssueLink, OfMembership } from '@/lib/people/inputs';

const room = { words: 'members', gate: desk };
const path = '/desk/settings/people';

/** The link lies in the answer's address, not in the message: it is shown once more to whoever made it. */
export const inviteAction = action(InviteMember, inviteMember, {
  ...room,
  done: ({ id }) => ({ redirect: `${path}/invitations?new=${id}` }),
});
export const renewInvitationAction = post(action(Invitation, renewInvitation, { ...room, done: ({ id }) => ({ redirect: `${path}/invitations?new=${id}` }) }));
export const revokeInvitationAction = post(
  action(Invitation, revokeInvitation, { ...room, done: ({ name }) => ({ message: { key: 'invitation.revokedDone', values: { name } } }) }),
);

export const editMembershipAction = action(EditMembership, editMembership, {
  ...room,
  done: ({ name, version }) => ({ message: { key: 'person.saved', values: { name } }, version }),
});
export const endMembershipAction = action(EndMembership, endMembership, {
  ...room,
  done: ({ name }) => ({ message: { key: 'person.endDone', values: { name } }, redirect: path }),
});
export const endSessionsAction = post(
  action(OfMembership, endSessionsOf, { ...room, done: ({ name, count }) => ({ message: { key: 'person.sessionsDone', values: { name, count } } }) }),
);
export const issueLinkAction = action(IssueLink, issueLink, {
  ...room,
  done: ({ id }, { membership }) => ({ redirect: `${path}/${membership}?link=${id}` }),
});
export const revealPhoneAction = action(Reveal, revealPhone, {
  words: 'audit',
  gate: desk,
  readOnce: true,
  done: ({ value }) => ({ message: { key: 'reveal.value', values: { value } } }),
});
