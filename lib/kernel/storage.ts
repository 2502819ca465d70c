import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { env } from './env';

/** Bytes that lie in the temporary folder and belong to nobody yet. */
export interface Incoming {
  path: string;
  sha256: string;
  /** Bytes. */
  size: number;
}

const HASH = /^[0-9a-f]{64}$/;

const folderOf = (dataDir: string) => path.resolve(dataDir, 'files');
const home = () => folderOf(env().DATA_DIR);
const waiting = () => path.join(home(), 'incoming');

function placeOf(centerId: string, sha256: string, folder = home()): string {
  if (!HASH.test(sha256) || !/^[0-9a-f-]{36}$/i.test(centerId)) throw new Error('not a stored file');
  return path.join(folder, centerId, sha256.slice(0, 2), sha256);
}

/**
 * Writes a stream beside the stored files, hashing as it goes, and reaches the disk before it returns.
 * @param limit bytes; a longer stream is read to its end but not kept
 * @returns null when the stream was longer than `limit`
 */
export async function receive(source: Readable | AsyncIterable<Uint8Array>, limit: number): Promise<Incoming | null> {
  await mkdir(waiting(), { recursive: true, mode: 0o700 });
  const target = path.join(waiting(), randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  let failure: { error: unknown } | null = null;
  const file = await open(target, 'wx', 0o600);
  try {
    for await (const part of source as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > limit || failure !== null) continue;
      hash.update(part);
      // Whoever sends goes on sending: a stream that is left standing would keep them waiting for an answer for ever.
      await file.appendFile(part).catch((error: unknown) => {
        failure = { error };
      });
    }
    if (failure !== null) throw (failure as { error: unknown }).error;
    await file.sync();
  } catch (error) {
    await file.close();
    await discard(target);
    throw error;
  }
  await file.close();
  if (size > limit) {
    await discard(target);
    return null;
  }
  return { path: target, sha256: hash.digest('hex'), size };
}

/** Gives received bytes their place, once per center and content. They are on disk for good when this returns. */
export async function keep(centerId: string, incoming: Incoming): Promise<void> {
  const target = placeOf(centerId, incoming.sha256);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await rename(incoming.path, target);
  // A new name is as lasting as its folder: three levels may be new.
  for (const folder of [path.dirname(target), path.dirname(path.dirname(target)), home()]) {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  }
}

/** Puts known bytes into a data folder before anything is served from it: what the demo begins with. */
export async function layDown(dataDir: string, centerId: string, bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const target = placeOf(centerId, sha256, folderOf(dataDir));
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await writeFile(target, bytes, { mode: 0o600 });
  return { sha256, size: bytes.length };
}

/** @returns null when the bytes aren't there */
export async function openStored(centerId: string, sha256: string): Promise<ReadStream | null> {
  const place = placeOf(centerId, sha256);
  try {
    await access(place);
  } catch {
    return null;
  }
  return createReadStream(place);
}

/** Whether the bytes are where they belong. */
export async function isStored(centerId: string, sha256: string): Promise<boolean> {
  return access(placeOf(centerId, sha256)).then(
    () => true,
    () => false,
  );
}

export async function discard(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** Removes what broken uploads left behind longer than a day ago. @returns how many */
export async function sweepIncoming(now: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(waiting()).catch(() => [])) {
    const file = path.join(waiting(), name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now.getTime() }));
    if (now.getTime() - mtimeMs < 86_400_000) continue;
    await discard(file);
    removed += 1;
  }
  return removed;
}

/** Takes stored bytes away for good. */
export async function forget(centerId: string, sha256: string): Promise<void> {
  await discard(placeOf(centerId, sha256));
}
