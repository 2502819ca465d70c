import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '@/db/client';
import { entries } from '@/db/schema/audit';
import { centerSettings } from '@/db/schema/centers';
import { outbox } from '@/db/schema/jobs';
import { credentials, invitations, knownDevices, memberships, oneTimeLinks, operatorEntries, operators, passwordHistory, persons, recoveryCodes, sessions } from '@/db/schema/people';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import type { MemberActor, PersonActor } from '@/lib/kernel/actor';
import { RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { fillLinks, hashToken, linkUrl, tokenOf } from '@/lib/kernel/tokens';
import { hashPassword } from '../passwords';
import { getAccount } from '../queries/account';
import { getIssuedLink } from '../queries/links';
import { listOperatorEntries } from '../queries/operator-trail';
import { companiesLeftAlone, listOpenInvitations } from '../queries/company-people';
import { later } from '../rules';
import { changePassword } from './passwords';
import { acceptAsKnown, acceptAsNew, inviteMember, newcomer, openInvitationOf, revokeInvitation } from './invitations';
import { askForReset, changePhone, holderOfLink, issueLink, resetPassword, resetSecondFactor, whoForgot } from './links';
import { editMembership, endMembership, endSessionsOf } from './members';
import { enrolSecondFactor, openWithCode, proposedSecret, recoveryCodesOf } from './second-factor';
import { openSession, personActor, provePassword, signIn } from './sign-in';

const password = '雁滩河畔的七棵老柳树';
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

const asking = (now = testNow, address: string | null = null) => ({ now, requestId: newId(), address });
const browser = (name = 'device') => ({ device: 'Chrome · Windows', deviceHash: hashToken(name), previous: null });
const codeOf = (error: unknown) => (error instanceof RuleError ? error.code : String(error));
const refusal = (work: Promise<unknown>) => work.then(() => 'nothing', codeOf);

async function phoneOf(personId: string): Promise<string> {
  const [row] = await owner().select({ phone: persons.phone }).from(persons).where(eq(persons.id, personId));
  return row?.phone ?? '';
}

async function makeLogin(center: string, role: Parameters<typeof makeMember>[1] = 'liaison', given: Parameters<typeof makeMember>[2] = {}) {
  const member = await makeMember(center, role, given);
  await owner().insert(credentials).values({ personId: member.personId, passwordHash, passwordChangedAt: testNow });
  await owner().insert(passwordHistory).values({ personId: member.personId, setAt: later(testNow, { days: -30 }), passwordHash });
  const self: PersonActor = personActor({ personId: member.personId, name: member.name, centerId: center });
  return { member, self, phone: await phoneOf(member.personId) };
}

async function opened(self: PersonActor, now = testNow): Promise<PersonActor> {
  const { sessionId } = await as(self, (ctx) => openSession(ctx, { ...browser(), secondFactor: false }), now);
  return { ...self, sessionId };
}

const entriesOf = async (center: string) => (await owner().select().from(entries).where(eq(entries.centerId, center))).map((entry) => entry.name).sort();

describe('an operator’s own sign-in', () => {
  const makeOperator = async () => {
    const personId = newId();
    const phone = `138${personId.replace(/\D/g, '').slice(-8).padStart(8, '0')}`;
    await owner().insert(persons).values({ id: personId, name: '贺运维', phone, createdAt: testNow });
    await owner().insert(operators).values({ personId, createdAt: testNow });
    await owner().insert(credentials).values({ personId, passwordHash, passwordChangedAt: testNow });
    return { personId, phone, self: personActor({ personId, name: '贺运维', centerId: null }) };
  };
  const toldOf = async (personId: string) =>
    (await owner().select().from(operatorEntries).where(eq(operatorEntries.personId, personId)).orderBy(operatorEntries.occurredAt, operatorEntries.id)).map((one) => [one.name, one.actorName]);

  it('stands in the operators’ trail: coming in, the second factor, and tries that locked it', async () => {
    const { personId, phone, self } = await makeOperator();
    const inside = await opened(self);
    const secret = proposedSecret(personId, inside.sessionId ?? '', null);
    const code = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: testNow.getTime() });
    await as(inside, (ctx) => enrolSecondFactor(ctx, { code }));
    for (let tries = 0; tries < 5; tries += 1) await refusal(provePassword(asking(), { identifier: phone, password: 'not-the-password' }, null));
    expect(await toldOf(personId)).toEqual([
      ['session.opened', '贺运维'],
      ['person.secondFactorSet', '贺运维'],
      ['session.locked', ''],
    ]);
  });

  it('is read by operators alone, and nobody writes there for somebody else or changes a line', async () => {
    const { personId, self } = await makeOperator();
    const center = await makeCenter();
    const { self: clerk, member } = await makeLogin(center, 'administrator');
    await opened(self);
    await opened(clerk);
    const all = { page: 1, size: 1_000, dir: 'desc' } as const;
    const seenBy = async (actor: Parameters<typeof reading>[0]) => (await reading(actor, (ctx) => listOperatorEntries(ctx, all))).rows;
    expect(await seenBy(member)).toEqual([]);
    const rows = await seenBy({ kind: 'operator', personId, name: '贺运维', sessionId: null });
    expect(rows.some((row) => row.actorName === '贺运维')).toBe(true);
    expect(await toldOf(clerk.personId)).toEqual([]);
    const forged = { id: newId(), personId, occurredAt: testNow, name: 'session.opened', actorName: '', requestId: '', data: {} };
    await expect(as(clerk, ({ db }) => db.insert(operatorEntries).values(forged))).rejects.toThrow();
    await expect(as(self, ({ db }) => db.delete(operatorEntries))).rejects.toThrow();
    await expect(owner().update(operatorEntries).set({ name: 'x' }).where(eq(operatorEntries.personId, personId))).rejects.toThrow();
  });
});

describe('signing in', () => {
  it('opens a session under the only membership, remembers the device and leaves an entry', async () => {
    const center = await makeCenter();
    const { member, phone } = await makeLogin(center);
    const self = personActor(await provePassword(asking(), { identifier: phone, password }, null));
    expect(self).toMatchObject({ personId: member.personId, centerId: center });
    const result = await as(self, (ctx) => signIn(ctx, browser()));
    if (result.step !== 'in') throw new Error('a code was asked for');
    const [row] = await owner().select().from(sessions).where(eq(sessions.id, result.sessionId));
    expect(row).toMatchObject({ membershipId: member.membershipId, centerId: center, secondFactorAt: null });
    expect(row?.expiresAt.getTime()).toBe(testNow.getTime() + 12 * 3_600_000);
    expect(await owner().select().from(knownDevices).where(eq(knownDevices.personId, member.personId))).toHaveLength(1);
    expect(await entriesOf(center)).toEqual(['session.opened']);
  });

  it('answers unknown people like known ones, and locks both after five failures', async () => {
    const center = await makeCenter();
    const { phone } = await makeLogin(center);
    for (const identifier of [phone, `nobody-${newId()}@example.com`]) {
      const answers: string[] = [];
      for (let n = 0; n < 6; n += 1) answers.push(await refusal(provePassword(asking(), { identifier, password: 'wrong' }, null)));
      expect(answers).toEqual([...Array<string>(4).fill('people.wrongPassword'), 'tooManyTries', 'tooManyTries']);
    }
    expect(await entriesOf(center)).toEqual(['session.locked']);
    // Even the right password waits.
    expect(await refusal(provePassword(asking(), { identifier: phone, password }, null))).toBe('tooManyTries');
    const after = later(testNow, { minutes: 15, hours: 0 });
    expect(await refusal(provePassword(asking(new Date(after.getTime() + 1_000)), { identifier: phone, password }, null))).toBe('nothing');
  });

  it('takes the slow step for nobody as for somebody', async () => {
    const { phone } = await makeLogin(await makeCenter());
    const timed = async (identifier: string) => {
      const from = performance.now();
      await refusal(provePassword(asking(), { identifier, password: 'wrong' }, null));
      return performance.now() - from;
    };
    await timed('warm@up');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      known.push(await timed(phone));
      unknown.push(await timed('nobody@here'));
    }
    // Without the password's hash an answer is some thirty times quicker; the shortest of four hardly feels what else the machine does.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });

  it('lets a known device in while the account is locked, and counts its failures by themselves', async () => {
    const { self, phone } = await makeLogin(await makeCenter());
    await opened(self);
    for (let n = 0; n < 5; n += 1) await refusal(provePassword(asking(), { identifier: phone, password: 'wrong' }, null));
    expect(await refusal(provePassword(asking(), { identifier: phone, password }, null))).toBe('tooManyTries');
    expect(await refusal(provePassword(asking(), { identifier: phone, password }, hashToken('device')))).toBe('nothing');
    for (let n = 0; n < 5; n += 1) await refusal(provePassword(asking(), { identifier: phone, password: 'wrong' }, hashToken('device')));
    expect(await refusal(provePassword(asking(), { identifier: phone, password }, hashToken('device')))).toBe('tooManyTries');
  });

  it('never counts a hundred guesses at once as fewer than they are', async () => {
    const { phone } = await makeLogin(await makeCenter());
    const answers = await Promise.all(Array.from({ length: 40 }, () => refusal(provePassword(asking(), { identifier: phone, password: 'wrong' }, null))));
    expect(answers.filter((answer) => answer === 'people.wrongPassword')).toHaveLength(4);
  });

  it('limits an address loosely', async () => {
    const address = `10.0.0.${process.pid}`;
    const { phone } = await makeLogin(await makeCenter());
    for (let n = 0; n < 20; n += 1) await provePassword(asking(testNow, address), { identifier: phone, password }, null);
    expect(await refusal(provePassword(asking(testNow, address), { identifier: phone, password }, null))).toBe('nothing');
  }, 30_000);

  it('keeps the demo’s printed passwords out of reach of strangers', async () => {
    const center = await makeCenter();
    await owner().update(centerSettings).set({ isDemo: true }).where(eq(centerSettings.centerId, center));
    const { phone } = await makeLogin(center);
    expect(await refusal(provePassword(asking(), { identifier: phone, password }, null))).toBe('nothing');
  });

  it('goes on where the person was last, and asks when that is unknown', async () => {
    const [first, second] = [await makeCenter(), await makeCenter()];
    const { member, self, phone } = await makeLogin(first, 'mentor');
    const other = await makeMember(second, 'mentor', { personId: member.personId });
    expect((await provePassword(asking(), { identifier: phone, password }, null)).centerId).toBeNull();
    await as({ ...self, centerId: second }, (ctx) => openSession(ctx, { ...browser(), secondFactor: false, membership: { id: other.membershipId, centerId: second } }));
    expect((await provePassword(asking(), { identifier: phone, password }, null)).centerId).toBe(second);
  });

  it('ends the session this browser had before', async () => {
    const { self } = await makeLogin(await makeCenter());
    const before = await opened(self);
    await as(self, (ctx) => openSession(ctx, { ...browser(), previous: before.sessionId, secondFactor: false }));
    const [row] = await owner().select().from(sessions).where(eq(sessions.id, before.sessionId ?? ''));
    expect(row?.endedBy).toBe('replaced');
  });
});

describe('the second factor', () => {
  const codeAt = (secret: string, at: Date) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

  it('is kept encrypted once a code proves it, asked from then on, and takes each code once', async () => {
    const center = await makeCenter();
    const { member, self } = await makeLogin(center, 'director');
    const here = await opened(self);
    const elsewhere = await opened(self);
    const secret = proposedSecret(member.personId, here.sessionId ?? '', null);
    expect(await refusal(as(here, (ctx) => enrolSecondFactor(ctx, { code: '000000' })))).toBe('people.wrongCode');
    await as(here, (ctx) => enrolSecondFactor(ctx, { code: codeAt(secret, testNow) }));

    const [row] = await owner().select().from(credentials).where(eq(credentials.personId, member.personId));
    expect(row?.totpSecret).not.toContain(secret);
    const [stale] = await owner().select().from(sessions).where(eq(sessions.id, elsewhere.sessionId ?? ''));
    expect(stale?.endedBy).toBe('second factor');

    expect((await as(self, (ctx) => signIn(ctx, browser()))).step).toBe('code');
    const soon = new Date(testNow.getTime() + 60_000);
    expect(await refusal(as(self, (ctx) => openWithCode(ctx, { ...browser(), code: codeAt(secret, testNow) }), testNow))).toBe('people.codeUsed');
    const code = codeAt(secret, soon);
    const tries = await Promise.all([1, 2, 3].map(() => refusal(as(self, (ctx) => openWithCode(ctx, { ...browser(), code }), soon))));
    expect(tries.sort()).toEqual(['nothing', 'people.codeUsed', 'people.codeUsed']);
    expect(await entriesOf(center)).toContain('person.secondFactorSet');
  });

  it('has ten recovery codes, each good once', async () => {
    const { member, self } = await makeLogin(await makeCenter());
    const here = await opened(self);
    await as(here, (ctx) => enrolSecondFactor(ctx, { code: codeAt(proposedSecret(member.personId, here.sessionId ?? '', null), testNow) }));
    const account = await reading(self, (ctx) => getAccount(ctx, member.personId));
    expect(account.recoveryLeft).toBe(10);
    const [code = ''] = recoveryCodesOf(member.personId, account.recoverySetAt ?? testNow);
    const stored = await owner().select().from(recoveryCodes).where(eq(recoveryCodes.personId, member.personId));
    expect(stored.map((one) => one.codeHash).join()).not.toContain(code);
    const typed = code.replace('-', '');
    expect(await refusal(as(self, (ctx) => openWithCode(ctx, { ...browser(), code: typed })))).toBe('nothing');
    expect(await refusal(as(self, (ctx) => openWithCode(ctx, { ...browser(), code: typed })))).toBe('people.wrongCode');
  });
});

describe('passwords', () => {
  it('are not the last five, and a new one ends every other sign-in', async () => {
    const { member, self } = await makeLogin(await makeCenter());
    const here = await opened(self);
    const elsewhere = await opened(self);
    const change = (newPassword: string, minute: number) =>
      as(here, (ctx) => changePassword(ctx, { currentPassword: '', newPassword, repeatPassword: newPassword }), new Date(testNow.getTime() + minute * 60_000));
    expect(await refusal(change(password, 1))).toBe('people.passwordUsed');
    expect(await refusal(change('woaini1314520', 1))).toBe('people.passwordCommon');
    for (let n = 1; n <= 5; n += 1) await change(`白塔山下第${n}座亭子旁边`, n);
    expect(await refusal(change('白塔山下第1座亭子旁边', 6))).toBe('people.passwordUsed');
    expect(await refusal(change(password, 6))).toBe('nothing');
    const rows = await owner().select().from(sessions).where(eq(sessions.personId, member.personId));
    expect(rows.find((row) => row.id === here.sessionId)?.endedAt).toBeNull();
    expect(rows.find((row) => row.id === elsewhere.sessionId)?.endedBy).toBe('password changed');
    expect(await owner().select().from(passwordHistory).where(eq(passwordHistory.personId, member.personId))).toHaveLength(5);
  }, 30_000);
});

describe('one-time links', () => {
  it('let somebody back in once; the trail says who checked what, and only a hash is stored', async () => {
    const center = await makeCenter();
    const company = await makeCompany(center);
    const { member, phone } = await makeLogin(center, 'company_owner', { companyId: company });
    const clerk = await makeMember(center, 'liaison');
    const { id } = await as(clerk, (ctx) => issueLink(ctx, { membership: member.membershipId, purpose: 'reset_password', check: '看过身份证原件' }));
    const token = tokenOf('link', id);
    const [row] = await owner().select().from(oneTimeLinks).where(eq(oneTimeLinks.id, id));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await reading(clerk, (ctx) => getIssuedLink(ctx, id))).toMatchObject({ url: linkUrl('link', id), name: member.name });
    const colleague = await makeMember(center, 'liaison');
    expect(await reading(colleague, (ctx) => getIssuedLink(ctx, id))).toBeNull();
    const told = await owner().select().from(outbox).where(eq(outbox.centerId, center));
    expect(told.map((one) => one.topic)).toEqual(['entry.told']);

    const holder = await holderOfLink(asking(), token, 'reset_password');
    expect(holder.personId).toBe(member.personId);
    const reset = (newPassword: string) => as(holder, (ctx) => resetPassword(ctx, { token, newPassword, repeatPassword: newPassword }));
    const answers = await Promise.all([refusal(reset('中山桥上看黄河水流不息')), refusal(reset('五泉山下听蝉鸣声声慢'))]);
    expect(answers.sort()).toEqual(['nothing', 'people.linkUsed']);
    expect(await refusal(holderOfLink(asking(), token, 'reset_password'))).toBe('people.linkUsed');
    expect(await refusal(provePassword(asking(), { identifier: phone, password }, null))).toBe('people.wrongPassword');
    expect(await entriesOf(center)).toEqual(['person.linkIssued', 'person.passwordReset']);
  });

  it('end after a day, serve one purpose, and unknown ones say so', async () => {
    const center = await makeCenter();
    const { member } = await makeLogin(center);
    const boss = await makeMember(center, 'director');
    const { id } = await as(boss, (ctx) => issueLink(ctx, { membership: member.membershipId, purpose: 'change_phone', check: '本人到场' }));
    const token = tokenOf('link', id);
    expect(await refusal(holderOfLink(asking(), token, 'reset_password'))).toBe('people.linkUnknown');
    expect(await refusal(holderOfLink(asking(later(testNow, { hours: 24 })), token, 'change_phone'))).toBe('people.linkExpired');
    expect(await refusal(holderOfLink(asking(), 'nonsense', 'change_phone'))).toBe('people.linkUnknown');
    const holder = await holderOfLink(asking(), token, 'change_phone');
    const other = await makeLogin(center);
    const to = (phone: string) => as(holder, (ctx) => changePhone(ctx, { token, phone, currentPassword: password }));
    expect(await refusal(to(other.phone))).toBe('people.phoneTaken');
    await to('13612345678');
    expect(await phoneOf(member.personId)).toBe('13612345678');
  });

  it('open nothing that somebody holds in another center, and nothing above the clerk', async () => {
    const [here, there] = [await makeCenter(), await makeCenter()];
    const company = await makeCompany(here);
    const owner1 = await makeMember(here, 'company_owner', { companyId: company });
    await makeMember(there, 'director', { personId: owner1.personId });
    const clerk = await makeMember(here, 'liaison');
    const issue = (membership: string) => refusal(as(clerk, (ctx) => issueLink(ctx, { membership, purpose: 'reset_password', check: 'x' })));
    expect(await issue(owner1.membershipId)).toBe('people.elsewhere');
    const owner2 = await makeMember(here, 'company_owner', { companyId: company });
    await makeMember(here, 'administrator', { personId: owner2.personId });
    expect(await issue(owner2.membershipId)).toBe('forbidden');
    expect(await issue((await makeMember(there, 'liaison')).membershipId)).toBe('notFound');
  });

  it('by e-mail carry no token while they wait, and nobody learns who is here', async () => {
    const center = await makeCenter();
    const { member, phone } = await makeLogin(center);
    await owner().update(persons).set({ email: `${member.personId}@example.com` }).where(eq(persons.id, member.personId));
    const known = await whoForgot(asking(), { identifier: phone });
    const unknown = await whoForgot(asking(), { identifier: `nobody-${newId()}` });
    expect(unknown.kind).toBe('public');
    await as(known, askForReset);
    await as(unknown, askForReset);
    const [letter] = (await owner().select().from(outbox).where(eq(outbox.centerId, center))).filter((row) => row.topic === 'email.queued');
    const body = String(letter?.payload.body);
    const [link] = await owner().select().from(oneTimeLinks).where(eq(oneTimeLinks.personId, member.personId));
    expect(body).not.toContain(tokenOf('link', link?.id ?? ''));
    expect(fillLinks(body)).toContain(linkUrl('link', link?.id ?? ''));
    expect(fillLinks(`{{link:${link?.id}:${'0'.repeat(24)}}}`)).not.toContain('http');
  });

  it('take a lost second factor away', async () => {
    const center = await makeCenter();
    const { member } = await makeLogin(center);
    await owner().update(credentials).set({ totpSecret: 'x', totpConfirmedAt: testNow }).where(eq(credentials.personId, member.personId));
    const boss = await makeMember(center, 'administrator');
    const { id } = await as(boss, (ctx) => issueLink(ctx, { membership: member.membershipId, purpose: 'reset_second_factor', check: '本人到场' }));
    const holder = await holderOfLink(asking(), tokenOf('link', id), 'reset_second_factor');
    await as(holder, (ctx) => resetSecondFactor(ctx, { token: tokenOf('link', id) }));
    const [row] = await owner().select().from(credentials).where(eq(credentials.personId, member.personId));
    expect(row?.totpSecret).toBeNull();
  });
});

describe('invitations', () => {
  const invitee = { role: 'company_member' as const, name: '马丽', phone: null, email: null, department: null, company: null };
  const accept = async (token: string, phone: string, name = '马丽') => {
    const self = await newcomer(asking(), { token, name, phone });
    return as(self, (ctx) => acceptAsNew(ctx, { token, name, phone, newPassword: password, repeatPassword: password }));
  };
  let serial = 0;
  const freshPhone = () => `137${String(process.pid).padStart(7, '0').slice(-7)}${serial++ % 10}`;

  it('make one membership however many accept at once', async () => {
    const center = await makeCenter();
    const company = await makeCompany(center);
    const clerk = await makeMember(center, 'liaison');
    const { id } = await as(clerk, (ctx) => inviteMember(ctx, { ...invitee, company }));
    const token = tokenOf('invitation', id);
    const phones = [freshPhone(), freshPhone(), freshPhone(), freshPhone()];
    const answers = await Promise.all(phones.map((phone) => refusal(accept(token, phone))));
    expect(answers.sort()).toEqual(['nothing', 'people.invitationAccepted', 'people.invitationAccepted', 'people.invitationAccepted']);
    const joined = (await owner().select().from(memberships).where(eq(memberships.centerId, center))).filter((row) => row.companyId === company);
    expect(joined).toHaveLength(1);
    const [row] = await owner().select().from(invitations).where(eq(invitations.id, id));
    expect(row?.acceptedMembershipId).toBe(joined[0]?.id);
    expect(await entriesOf(center)).toEqual(['invitation.accepted', 'invitation.sent']);
  });

  it('go by letter where there is an address, and the stored letter opens nothing', async () => {
    const center = await makeCenter('雁滩孵化器');
    const clerk = await makeMember(center, 'liaison');
    const company = await makeCompany(center, { name: '华高测控有限公司' });
    const { id } = await as(clerk, (ctx) => inviteMember(ctx, { ...invitee, company, email: 'ma.li@example.com' }));
    await as(clerk, (ctx) => inviteMember(ctx, { ...invitee, company }));
    const letters = (await owner().select().from(outbox).where(eq(outbox.centerId, center))).filter((row) => row.topic === 'email.queued');
    expect(letters).toHaveLength(1);
    const letter = letters[0]?.payload as { recipient: string; body: string; confidential: boolean };
    expect(letter).toMatchObject({ recipient: 'ma.li@example.com', confidential: true });
    expect(letter.body).toContain('雁滩孵化器');
    expect(letter.body).toContain('华高测控有限公司');
    expect(letter.body).not.toContain(tokenOf('invitation', id));
    expect(fillLinks(letter.body)).toContain(linkUrl('invitation', id));
  });

  it('end after seven days, when revoked, and don’t ask twice', async () => {
    const center = await makeCenter();
    const boss = await makeMember(center, 'director');
    const phone = freshPhone();
    const staff = { ...invitee, role: 'liaison' as const, phone };
    const { id } = await as(boss, (ctx) => inviteMember(ctx, staff));
    expect(await refusal(as(boss, (ctx) => inviteMember(ctx, staff)))).toBe('people.alreadyInvited');
    const token = tokenOf('invitation', id);
    expect(await refusal(openInvitationOf(asking(later(testNow, { days: 7 })), token))).toBe('people.invitationExpired');
    await as(boss, (ctx) => revokeInvitation(ctx, { invitation: id }));
    expect(await refusal(openInvitationOf(asking(), token))).toBe('people.invitationRevoked');
    expect(await refusal(openInvitationOf(asking(), 'nonsense'))).toBe('people.invitationUnknown');
  });

  it('made out to a phone are for whoever has it, and a known phone proves itself', async () => {
    const center = await makeCenter();
    const boss = await makeMember(center, 'director');
    const { member, phone, self } = await makeLogin(await makeCenter(), 'mentor');
    const { id } = await as(boss, (ctx) => inviteMember(ctx, { ...invitee, role: 'mentor', phone }));
    const token = tokenOf('invitation', id);
    expect(await refusal(accept(token, freshPhone()))).toBe('people.phoneKnown');
    const stranger = await makeLogin(await makeCenter(), 'mentor');
    expect(await refusal(as({ ...stranger.self, centerId: center }, (ctx) => acceptAsKnown(ctx, { token })))).toBe('people.invitationOther');
    await as({ ...self, centerId: center }, (ctx) => acceptAsKnown(ctx, { token }));
    const held = await owner().select().from(memberships).where(eq(memberships.personId, member.personId));
    expect(held.map((one) => one.centerId)).toContain(center);
  });

  it('are nothing for whoever sent them: nobody gives themselves a role', async () => {
    const center = await makeCenter();
    const { member, phone, self } = await makeLogin(center, 'administrator');
    const { id } = await as(member, (ctx) => inviteMember(ctx, { ...invitee, role: 'director', phone }));
    expect(await refusal(as(self, (ctx) => acceptAsKnown(ctx, { token: tokenOf('invitation', id) })))).toBe('people.invitationOwn');
    const boss = await makeMember(center, 'director');
    await as(boss, (ctx) => revokeInvitation(ctx, { invitation: id }));
    const other = await as(boss, (ctx) => inviteMember(ctx, { ...invitee, role: 'auditor', phone }));
    expect(await refusal(as(self, (ctx) => acceptAsKnown(ctx, { token: tokenOf('invitation', other.id) })))).toBe('nothing');
  });

  it('show their link only to those who could have sent it', async () => {
    const center = await makeCenter();
    const boss = await makeMember(center, 'administrator');
    const clerk = await makeMember(center, 'liaison');
    const { id } = await as(boss, (ctx) => inviteMember(ctx, { ...invitee, role: 'administrator' }));
    const urls = async (actor: MemberActor) => (await reading(actor, (ctx) => listOpenInvitations(ctx))).map((one) => one.url);
    expect(await urls(boss)).toEqual([linkUrl('invitation', id)]);
    expect(await urls(clerk)).toEqual([null]);
  });

  it('need a company for company people, and none for staff', async () => {
    const center = await makeCenter();
    const boss = await makeMember(center, 'director');
    const company = await makeCompany(center);
    expect(await refusal(as(boss, (ctx) => inviteMember(ctx, invitee)))).toBe('people.companyNeeded');
    expect(await refusal(as(boss, (ctx) => inviteMember(ctx, { ...invitee, role: 'liaison', company })))).toBe('people.companyNotAllowed');
    const foreign = await makeCompany(await makeCenter());
    expect(await refusal(as(boss, (ctx) => inviteMember(ctx, { ...invitee, company: foreign })))).toBe('notFound');
  });
});

describe('members', () => {
  it('lose a role at once, keep their name in what they did, and staff see a company left alone', async () => {
    const center = await makeCenter();
    const company = await makeCompany(center);
    const boss = await makeMember(center, 'company_owner', { companyId: company });
    const clerk = await makeMember(center, 'manager');
    await as(boss, (ctx) => endMembership(ctx, { membership: boss.membershipId, version: 1, reason: '离职' }));
    expect((await reading(clerk, companiesLeftAlone)).map((one) => one.id)).toEqual([company]);
    expect(await entriesOf(center)).toEqual(['membership.ended', 'membership.lastOfCompany']);
    const held = await transaction({ kind: 'public', centerId: null }, 'read', testNow, (db) => db.select().from(memberships));
    expect(held).toEqual([]);
  });

  it('leave the center one administrator', async () => {
    const center = await makeCenter();
    const only = await makeMember(center, 'administrator');
    const boss = await makeMember(center, 'director');
    const end = () => as(boss, (ctx) => endMembership(ctx, { membership: only.membershipId, version: 1, reason: '' }));
    const edit = { membership: only.membershipId, version: 1, name: only.name, title: '', role: 'auditor' as const, department: null };
    expect(await refusal(end())).toBe('people.lastAdministrator');
    expect(await refusal(as(boss, (ctx) => editMembership(ctx, edit)))).toBe('people.lastAdministrator');
    await makeMember(center, 'administrator');
    expect(await refusal(as(boss, (ctx) => editMembership(ctx, edit)))).toBe('nothing');
    expect(await refusal(as(boss, (ctx) => editMembership(ctx, edit)))).toBe('staleBy');
  });

  it('of whom two are administrators and end each other at once leave one', async () => {
    const center = await makeCenter();
    const [one, other] = [await makeMember(center, 'administrator'), await makeMember(center, 'administrator')];
    const end = (actor: MemberActor, whom: MemberActor) => refusal(as(actor, (ctx) => endMembership(ctx, { membership: whom.membershipId, version: 1, reason: '' })));
    expect((await Promise.all([end(one, other), end(other, one)])).sort()).toEqual(['nothing', 'people.lastAdministrator']);
  });

  it('are signed out everywhere by an administrator, never across centers', async () => {
    const center = await makeCenter();
    const { member, self } = await makeLogin(center);
    await opened(self);
    const administrator = await makeMember(center, 'administrator');
    const foreign = await makeMember(await makeCenter(), 'administrator');
    const end = (actor: MemberActor) => as(actor, (ctx) => endSessionsOf(ctx, { membership: member.membershipId }));
    expect(await refusal(end(foreign))).toBe('notFound');
    expect((await end(administrator)).count).toBe(1);
  });
});

