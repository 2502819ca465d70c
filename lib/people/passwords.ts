import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP asks for at least: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Full-width letters and composed characters typed on another keyboard are the same password. */
const typed = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(typed(password), cost);
}

let nobodys: Promise<string> | undefined;

/**
 * Takes as long for a person who doesn't exist as for one who does: `null` is checked against a hash of nothing.
 * @returns false for nobody, whatever was typed
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await nobodys), typed(password)).catch(() => false);
  return stored !== null && matches;
}
