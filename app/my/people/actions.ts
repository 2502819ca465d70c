'use server';

import { action } from '@/app/_server/action';
import { company } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { inviteColleague, revokeInvitation } from '@/lib/people/commands/invitations';
import { changeRole, endMembership } from '@/lib/people/commands/members';
import { ChangeRole, EndMembership, Invitation, InviteColleague } from '@/lib/people/inputs';

const said = (key: string) => ({ name }: { name: string }) => ({ message: { key: `colleagues.${key}`, values: { name } } });
const room = { words: 'people', gate: company };

export const inviteColleagueAction = action(InviteColleague, inviteColleague, {
  ...room,
  done: (result) => ({ ...said('done')(result), redirect: '/my/people' }),
});
export const revokeInvitationAction = post(action(Invitation, revokeInvitation, { ...room, done: said('revoked') }));
export const endMembershipAction = action(EndMembership, endMembership, {
  ...room,
  done: (result) => ({ ...said('ended')(result), redirect: '/my/people' }),
});
export const changeRoleAction = post(action(ChangeRole, changeRole, { ...room, done: said('roleDone') }));
