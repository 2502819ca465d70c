import { z } from 'zod';
import { memberRoles } from '@/lib/kernel/actor';
import { defineList } from '@/lib/kernel/list-params';
import { parseMobile } from '@/lib/kernel/phone';
import { cleanLine, toHalfWidth } from '@/lib/kernel/text';

const id = z.uuid('notFound');
const line = (max: number) => z.string().transform(cleanLine).pipe(z.string().min(1, 'required').max(max));
const optionalLine = (max: number) => z.string().optional().transform((text) => cleanLine(text ?? '')).pipe(z.string().max(max));

/** As typed; the length that a new one needs is a rule, because an old one may be shorter. */
const typedPassword = z.string().min(1, 'required').max(200);

const mobile = z
  .string()
  .min(1, 'required')
  .transform((text, check) => {
    const number = parseMobile(text);
    if (number === null) check.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'invalidMobile' });
    return number ?? '';
  });
const optionalMobile = z.union([z.string().trim().length(0).transform(() => null), mobile]).optional().transform((value) => value ?? null);
const email = z.string().transform((text) => toHalfWidth(text).trim().toLowerCase()).pipe(z.email('invalidEmail').max(200));
const optionalEmail = z.union([z.string().trim().length(0).transform(() => null), email]).optional().transform((value) => value ?? null);

/** What people type as who they are, as persons are found by: a mobile number, or an e-mail address in small letters. */
const identifier = z
  .string()
  .min(1, 'required')
  .max(200)
  .transform((text) => parseMobile(text) ?? toHalfWidth(text).trim().toLowerCase())
  .pipe(z.string().min(1, 'required'));

const next = z.string().optional().transform((path) => safePath(path));

/** A path inside this house, or null: never another origin, whatever a link says, nor the doors themselves. */
export function safePath(path: string | undefined | null): string | null {
  const inside = ownPath(path);
  return inside === null || /^\/(sign-in|sign-out|api)(\/|\?|#|$)/.test(inside) ? null : inside;
}

/** The same, its doors included: where a switch was pressed. */
export function ownPath(path: string | undefined | null): string | null {
  if (path === undefined || path === null || !/^\/(?![/\\])/.test(path) || /[\\\s\p{Cc}]/u.test(path)) return null;
  const inside = new URL('http://inside');
  const url = URL.canParse(path, inside) ? new URL(path, inside) : inside;
  // A path such as /..//host becomes //host only once its dots are resolved.
  if (url.origin !== inside.origin || url.pathname.startsWith('//')) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

export const SignIn = z.object({ identifier, password: typedPassword, next });
export type SignIn = z.output<typeof SignIn>;

/** Six digits, or a recovery code such as k7dm2-x9pq4. */
const code = z
  .string()
  .transform((text) => toHalfWidth(text).replace(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().min(1, 'required').max(40));

export const SecondFactor = z.object({ code, next });
export type SecondFactor = z.output<typeof SecondFactor>;

export const Choose = z.object({ membership: z.union([z.uuid(), z.literal('operator')], 'notFound') });
export type Choose = z.output<typeof Choose>;

const newPassword = { newPassword: typedPassword, repeatPassword: typedPassword };
const same = {
  check: (typed: { newPassword: string; repeatPassword: string }) => typed.newPassword === typed.repeatPassword,
  issue: { message: 'passwordsDiffer', path: ['repeatPassword'] },
};

export const ChangePassword = z.object({ currentPassword: typedPassword, ...newPassword }).refine(same.check, same.issue);
export type ChangePassword = z.output<typeof ChangePassword>;

export const Enrol = z.object({ code });
export const ProveAgain = z.object({ currentPassword: typedPassword });
export type ProveAgain = z.output<typeof ProveAgain>;

export const EndSession = z.object({ session: id });
export type EndSession = z.output<typeof EndSession>;
export const Preferences = z.object({ shortcuts: z.literal('on').optional().transform((on) => on === 'on') });
export type Preferences = z.output<typeof Preferences>;

export const Forgot = z.object({ identifier });
export type Forgot = z.output<typeof Forgot>;

const token = z.string().max(64);
export const ResetPassword = z.object({ token, ...newPassword }).refine(same.check, same.issue);
export type ResetPassword = z.output<typeof ResetPassword>;
export const ChangePhone = z.object({ token, phone: mobile, currentPassword: typedPassword });
export type ChangePhone = z.output<typeof ChangePhone>;
export const ResetSecondFactor = z.object({ token, currentPassword: typedPassword });
export type ResetSecondFactor = z.output<typeof ResetSecondFactor>;

export const linkPurposes = ['reset_password', 'change_phone', 'reset_second_factor'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];
/** `check` says how the clerk made sure who it is; it stands in the trail. */
export const IssueLink = z.object({ membership: id, purpose: z.enum(linkPurposes), check: line(200) });
export type IssueLink = z.output<typeof IssueLink>;

const invitee = {
  role: z.enum(memberRoles),
  name: line(60),
  phone: optionalMobile,
  email: optionalEmail,
  department: z.union([z.literal('').transform(() => null), id]).optional().transform((value) => value ?? null),
  company: z.union([z.literal('').transform(() => null), id]).optional().transform((value) => value ?? null),
};
export const InviteMember = z.object(invitee);
export type InviteMember = z.output<typeof InviteMember>;
/** What a company's owner fills in; the company is the one acted for. */
export const InviteColleague = InviteMember.pick({ name: true, phone: true, email: true }).extend({ role: z.enum(['company_owner', 'company_member']) });
export type InviteColleague = z.output<typeof InviteColleague>;
export const Invitation = z.object({ invitation: id });
export type Invitation = z.output<typeof Invitation>;

/** Somebody new sets a password; somebody known proves theirs; somebody signed in only says yes. */
export const AcceptNew = z.object({ token, name: line(60), phone: optionalMobile, ...newPassword }).refine(same.check, same.issue);
export type AcceptNew = z.output<typeof AcceptNew>;
export const AcceptKnown = z.object({ token, identifier, password: typedPassword });
export type AcceptKnown = z.output<typeof AcceptKnown>;
export const AcceptSignedIn = z.object({ token });
export type AcceptSignedIn = z.output<typeof AcceptSignedIn>;

/** The consent text that applicants agree to; its words are a message under this name. */
export const CONSENT_VERSION = '2026-11';
export const RegisterApplicant = z
  .object({ center: id, name: line(60), phone: mobile, email: optionalEmail, consent: z.literal('on', 'people.consentNeeded'), ...newPassword })
  .refine(same.check, same.issue);
export type RegisterApplicant = z.output<typeof RegisterApplicant>;
export const BecomeApplicant = z.object({ center: id, consent: z.literal('on', 'people.consentNeeded') });

export const EndMembership = z.object({ membership: id, version: z.coerce.number().int(), reason: optionalLine(200) });
export type EndMembership = z.output<typeof EndMembership>;
export const EditMembership = z.object({
  membership: id,
  version: z.number().int(),
  name: line(60),
  title: optionalLine(60),
  role: z.enum(memberRoles),
  department: invitee.department,
});
export type EditMembership = z.output<typeof EditMembership>;
/** One press: only the role changes. */
export const ChangeRole = z.object({ membership: id, version: z.coerce.number().int(), role: z.enum(memberRoles) });
export type ChangeRole = z.output<typeof ChangeRole>;
export const OfMembership = z.object({ membership: id });
export type OfMembership = z.output<typeof OfMembership>;

export const SetUp = z
  .object({
    centerName: line(60),
    centerNameEn: line(120),
    shortName: line(20),
    slug: z.string().transform((text) => toHalfWidth(text).trim().toLowerCase()).pipe(z.string().regex(/^[a-z][a-z0-9-]{1,29}$/, 'slug')),
    name: line(60),
    phone: mobile,
    email: optionalEmail,
    ...newPassword,
  })
  .refine(same.check, same.issue);
export type SetUp = z.output<typeof SetUp>;

/** A list's filters under a name; `query` is what follows the list's path. */
export const SaveView = z.object({
  page: z.string().regex(/^[a-z-]{1,40}$/),
  name: line(40),
  query: z.string().max(1_000).regex(/^(\?[^\s#]*)?$/, 'invalid').default(''),
});
export const RemoveView = z.object({ id });

/** The people list's filters, as they stand in its address. */
export const peopleList = defineList({
  filters: {
    role: z.enum(memberRoles).optional(),
    department: z.uuid().optional(),
    state: z.enum(['current', 'ended', 'all']).default('current'),
    /** Companies whose last login has ended. */
    left: z.literal('1').optional(),
    q: z.string().max(60).optional(),
  },
  sorts: ['name', 'role', 'started'],
  defaultSort: 'name',
});

/** A form that is one button. */
export const Nothing = z.object({});

/** Pages that show what changed since somebody last looked. */
export const MarkLooked = z.object({ page: z.string().regex(/^(desk|company:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/) });

/** The operator's people list: one center at a time. */
export const operatorPeopleList = defineList({
  filters: {
    center: z.uuid().optional(),
    role: z.enum(memberRoles).optional(),
    state: z.enum(['current', 'ended', 'all']).default('current'),
    q: z.string().max(60).optional(),
  },
  sorts: ['name', 'role', 'started'],
  defaultSort: 'name',
});
