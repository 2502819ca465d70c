import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords';
import { ownPath, safePath, SignIn } from './inputs';
import { freshStep, invitationState, linkState, passwordProblem } from './rules';

const nobody = { phone: null, email: null };

describe('a new password', () => {
  it.each([
    ['short12', 'people.passwordShort'],
    ['九个字的密码不够长', 'people.passwordShort'],
    ['my13912345678!', 'people.passwordPersonal'],
    ['x-12345678-y', 'people.passwordPersonal'],
    ['wanghaixia-rocks', 'people.passwordPersonal'],
    ['aaaaaaaaaaaaa', 'people.passwordPlain'],
    ['abcabcabcabcabc', 'people.passwordPlain'],
    ['23456789:;<=', 'people.passwordPlain'],
    ['zyxwvutsrqpo', 'people.passwordPlain'],
    ['correct horse battery', null],
    ['黄河边的第三棵老槐树', null],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password, { phone: '13912345678', email: 'wanghaixia@example.com' })).toBe(problem);
  });

  it('needs characters, not bytes or code units', () => {
    expect(passwordProblem('😀😁😂🤣😃', nobody)).toBe('people.passwordShort');
  });

  it.each(['woaini1314520', 'WoAiNi1314520', '1qaz2wsx3edc', 'P@ssw0rd123', 'password123', 'zhangwei123', 'Lanzhou2026!', 'admin123456', 'qwertyuiop123', '5201314521', 'Dianxiaoer-2026'])(
    '%s is common',
    (password) => {
      expect(isCommonPassword(password)).toBe(true);
    },
  );

  it.each(['correct horse battery', '雁滩河畔7棵柳', 'k7dm2-x9pq4-wvs'])('%s is not', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});

describe('the way back after sign-in', () => {
  it.each(['/desk', '/my/requests?state=open', '/desk/companies/1#file'])('%s stays', (path) => {
    expect(safePath(path)).toBe(path);
  });
  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', '\\\\evil', 'javascript:alert(1)', '/sign-in?next=/sign-in', '/api/files/1', '', null, '/ evil', '/..//evil.example'])(
    '%s leads nowhere else',
    (path) => {
      const safe = safePath(path);
      expect(safe === null || new URL(safe, 'http://inside').origin === 'http://inside').toBe(true);
      expect(safe?.startsWith('//') ?? false).toBe(false);
    },
  );
});

it.each([
  ['/sign-in?next=%2Fdesk', '/sign-in?next=%2Fdesk'],
  ['/sign-in/中', '/sign-in/%E4%B8%AD'],
  ['/sign-in?\n', null],
  ['/sign-in?x=\r\nX-Y: 1', null],
  ['/sign-in/..//evil.example', null],
])('a switch pressed at %j leads back to %j', (path, back) => {
  expect(ownPath(path)).toBe(back);
});

describe('who signs in', () => {
  it.each([
    ['139 1234 5678', '13912345678'],
    ['+86 13912345678', '13912345678'],
    ['１３９１２３４５６７８', '13912345678'],
    [' Wang@Example.COM ', 'wang@example.com'],
    ['nobody', 'nobody'],
  ])('%s is looked up as %s', (typed, found) => {
    expect(SignIn.parse({ identifier: typed, password: 'x', next: '' }).identifier).toBe(found);
  });
});

describe('things that work once', () => {
  const now = new Date('2026-11-20T00:00:00Z');
  const then = new Date('2026-11-27T00:00:00Z');
  it('an invitation is open until it is accepted, revoked or over', () => {
    expect(invitationState({ expiresAt: then, acceptedAt: null, revokedAt: null }, now)).toBe('open');
    expect(invitationState({ expiresAt: then, acceptedAt: null, revokedAt: null }, then)).toBe('expired');
    expect(invitationState({ expiresAt: then, acceptedAt: null, revokedAt: now }, now)).toBe('revoked');
    expect(invitationState({ expiresAt: then, acceptedAt: now, revokedAt: now }, then)).toBe('accepted');
  });
  it('a link is open until it is used or over', () => {
    expect(linkState({ expiresAt: then, usedAt: null }, now)).toBe('open');
    expect(linkState({ expiresAt: then, usedAt: now }, now)).toBe('used');
    expect(linkState({ expiresAt: now, usedAt: null }, now)).toBe('expired');
  });
  it('a code is never taken a second time, nor an older one after it', () => {
    const step = Math.floor(now.getTime() / 30_000);
    expect(freshStep(0, now, null)).toBe(step);
    expect(freshStep(0, now, step)).toBeNull();
    expect(freshStep(-1, now, step)).toBeNull();
    expect(freshStep(1, now, step)).toBe(step + 1);
    expect(freshStep(null, now, null)).toBeNull();
  });
});
