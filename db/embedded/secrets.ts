import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Passwords } from './roles';

/** What the application needs to know and nobody else may; made once, kept in the data folder. */
export interface AppSecrets {
  authSecret: string;
  auditSalt: string;
  metricsToken: string;
}

export interface Secrets extends AppSecrets {
  passwords: Passwords;
}

/** The secrets of this installation, made on the first call. The file is for its owner's eyes. */
export function loadSecrets(file: string): Secrets {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const secrets: Secrets = {
    authSecret: kept.authSecret ?? token(48),
    auditSalt: kept.auditSalt ?? token(32),
    metricsToken: kept.metricsToken ?? token(24),
    passwords: kept.passwords ?? { superuser: token(24), owner: token(24), app: token(24) },
  };
  if (JSON.stringify(kept) !== JSON.stringify(secrets)) saveSecrets(file, secrets);
  return secrets;
}

/** Whole or not at all, and on the disk before it returns. */
export function saveSecrets(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.new`;
  const fd = openSync(half, 'w', 0o600);
  try {
    writeSync(fd, `${JSON.stringify(secrets, null, 2)}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(half, file);
}

function token(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
