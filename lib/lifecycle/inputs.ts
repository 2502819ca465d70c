import { CreateCenter } from '@/lib/centers/inputs';
import { InviteMember } from '@/lib/people/inputs';

const { name, phone } = InviteMember.shape;

/** A new center and who begins in it. */
export const OpenCenter = CreateCenter.extend({ adminName: name, adminPhone: phone });
