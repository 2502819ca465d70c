import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack as createPack } from 'tar-stream';
import { type CarriedSecrets, FILES, HEADER, HEADS, type Header, type Manifest, MANIFEST, SECRETS, type Summary, summarise, TABLES } from './archive';
import { columnsOf, listMigrations, listSequences, listTables, nameOf, sumTable, type Table, WRITTEN_ALIKE } from './tables';

const CHUNK = 4 * 1024 * 1024;

export interface BackupSource {
  ownerUrl: string;
  /** Where uploads and the chains' heads lie, if there are any. */
  dataFolder: string;
  secrets: CarriedSecrets;
  now: Date;
}

/**
 * Writes all rows as of one moment, and all files, to `target`. The file appears under its name when it is complete
 * and on the disk; work goes on meanwhile, since a snapshot holds nobody up.
 */
export async function writeBackup(source: BackupSource, target: string): Promise<Summary> {
  const half = `${target}.partial`;
  const pack = archiveAt(half);
  const client = new pg.Client({ connectionString: source.ownerUrl, application_name: 'dianxiaoer-backup' });
  await client.connect();
  try {
    const heads = await readHeads(client, source.dataFolder);
    await client.query(`begin isolation level repeatable read read only; ${WRITTEN_ALIKE}`);
    const tables = await listTables(client);
    const header: Header = { format: 1, createdAt: source.now.toISOString(), migrations: await listMigrations(client), tables };
    await pack.add(HEADER, json(header));
    await pack.add(SECRETS, json(source.secrets));
    const manifest: Manifest = { tables: {}, sequences: await listSequences(client), files: {} };
    for (const table of tables) {
      manifest.tables[table.name] = await sumTable(client, table);
      await addRows(pack, client, table);
    }
    await client.query('commit');
    // After the snapshot: a file is on the disk before the row that names it is committed.
    for (const head of heads) await addFile(pack, head.name, head.content, manifest);
    await addFiles(pack, source.dataFolder, manifest);
    await pack.add(MANIFEST, json(manifest));
    await pack.finish();
    await flush(half);
    await rename(half, target);
    return summarise(manifest);
  } catch (error) {
    await pack.abandon();
    await rm(half, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function addRows(pack: Archive, client: pg.Client, table: Table): Promise<void> {
  const rows = client.query(copyTo(`copy (select ${columnsOf(table)} from ${nameOf(table)}) to stdout`));
  let chunks: Buffer[] = [];
  let size = 0;
  let part = 0;
  const flushPart = async () => {
    await pack.add(`${TABLES}${table.name}/${String(part++).padStart(6, '0')}`, Buffer.concat(chunks));
    chunks = [];
    size = 0;
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= CHUNK) await flushPart();
  }
  if (size > 0) await flushPart();
}

interface Found {
  /** Its path in the data folder. */
  name: string;
  content: Buffer;
}

/** Uploads are small enough to be held, one at a time; one that vanished since the listing was an unfinished one. */
async function* filesBelow(dataFolder: string, folder: string): AsyncGenerator<Found> {
  const entries = await readdir(join(dataFolder, folder), { recursive: true, withFileTypes: true }).catch(ifMissing([]));
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  for (const path of paths.sort()) {
    const content = await readFile(path).catch(ifMissing(null));
    if (content !== null) yield { name: relative(dataFolder, path).split(sep).join('/'), content };
  }
}

async function addFiles(pack: Archive, dataFolder: string, manifest: Manifest): Promise<void> {
  for await (const { name, content } of filesBelow(dataFolder, FILES)) await addFile(pack, name, content, manifest);
}

async function addFile(pack: Archive, name: string, content: Buffer, manifest: Manifest): Promise<void> {
  manifest.files[name] = { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  await pack.add(name, content);
}

/**
 * The heads of the audit chains as files, from before the snapshot: one that says more than the rows would look like a
 * tail cut off. Whoever exports heads holds this lock until the rows they speak of are committed.
 */
async function readHeads(client: pg.Client, dataFolder: string): Promise<Found[]> {
  await client.query(`begin; select pg_advisory_xact_lock(hashtext('schedule audit.heads'))`);
  const heads: Found[] = [];
  for await (const head of filesBelow(dataFolder, HEADS)) heads.push(head);
  await client.query('commit');
  return heads;
}

interface Archive {
  /** @throws whatever the disk says, at the next entry at the latest */
  add(name: string, content: Buffer): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/** A packed archive that is being written. A disk that takes no more ends the entry that waits: nothing would drain it any more. */
function archiveAt(path: string): Archive {
  const pack = createPack();
  let failure: { error: unknown } | null = null;
  let stop: ((error: unknown) => void) | null = null;
  const written = pipeline(pack, createGzip({ level: 4 }), createWriteStream(path, { mode: 0o600 })).catch((error: unknown) => {
    failure ??= { error };
    stop?.(error);
  });
  const check = () => {
    if (failure !== null) throw failure.error;
  };
  return {
    async add(name, content) {
      check();
      await new Promise<void>((resolve, reject) => {
        stop = reject;
        pack.entry({ name, size: content.length }, content, (error) => (error ? reject(error) : resolve()));
      }).catch((error: unknown) => {
        // What the disk said, not what the closed pipe says.
        check();
        throw error;
      });
    },
    async finish() {
      pack.finalize();
      await written;
      check();
    },
    async abandon() {
      pack.destroy();
      await written;
    },
  };
}

function ifMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code !== 'ENOENT') throw error;
    return instead;
  };
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value, null, 1));
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
