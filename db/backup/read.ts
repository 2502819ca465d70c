import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import * as copyStreams from 'pg-copy-streams';
import { extract as createExtract } from 'tar-stream';
import { BackupError, type CarriedSecrets, FILES, HEADER, HEADS, type Header, type Manifest, MANIFEST, SECRETS, type Summary, summarise, TABLES } from './archive';
import { columnsOf, listMigrations, listTables, nameOf, sumTable, type Table, WRITTEN_ALIKE } from './tables';
import { lowerWalls } from './walls';

export interface RestoreTarget {
  ownerUrl: string;
  dataFolder: string;
  /** Called once everything is proven and before it is made final. */
  keepSecrets(secrets: CarriedSecrets): void;
}

/**
 * Brings a backup into a migrated database without rows, in one transaction, and proves every table's checksum and
 * every file's before it is final.
 * @throws BackupError, with nothing changed
 */
export async function readBackup(source: string, target: RestoreTarget): Promise<Summary> {
  const client = new pg.Client({ connectionString: target.ownerUrl, application_name: 'dianxiaoer-restore' });
  await client.connect();
  const restoring = new Restoring(client, target);
  try {
    await client.query(`begin; ${WRITTEN_ALIKE}`);
    await refuseFilled(client);
    const raiseWalls = await lowerWalls(client);
    for await (const { name, content } of entriesOf(source)) await restoring.take(name, content);
    const { manifest, secrets } = await restoring.finish();
    await raiseWalls();
    target.keepSecrets(secrets);
    await client.query('commit');
    await client.query('analyze');
    return summarise(manifest);
  } catch (error) {
    await restoring.giveUp();
    throw error;
  } finally {
    await client.end();
  }
}

interface OpenTable {
  table: Table;
  stream: copyStreams.CopyStreamQuery;
  /** Rejects once the server has refused what came, or the stream was destroyed; never resolves. */
  broken: Promise<never>;
  /** The stream has let go of its connection then: writing to it or ending it would throw. */
  refused: boolean;
}

function openTable(client: pg.Client, table: Table): OpenTable {
  const stream = client.query(copyStreams.from(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`));
  let refuse: (error: Error) => void;
  const broken = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  // The server may refuse between two chunks, when nobody is waiting for it.
  broken.catch(() => undefined);
  const open: OpenTable = { table, stream, broken, refused: false };
  stream.once('error', (error) => {
    open.refused = true;
    refuse(new BackupError('damaged', error.message));
  });
  return open;
}

/** One pass over the archive. */
class Restoring {
  private header: Header | undefined;
  private manifest: Manifest | undefined;
  private secrets: CarriedSecrets = {};
  private open: OpenTable | undefined;
  private readonly files: Manifest['files'] = {};

  constructor(
    private readonly client: pg.Client,
    private readonly target: RestoreTarget,
  ) {}

  async take(name: string, content: Buffer): Promise<void> {
    if (name === HEADER) return this.begin(parse<Header>(content));
    if (this.header === undefined || this.manifest !== undefined) throw new BackupError('damaged', name);
    if (name === SECRETS) this.secrets = parse<CarriedSecrets>(content);
    else if (name === MANIFEST) this.manifest = parse<Manifest>(content);
    else if (name.startsWith(TABLES)) await this.addRows(name.split('/')[1] ?? '', content);
    else if (name.startsWith(FILES) || name.startsWith(HEADS)) await this.addFile(name, content);
    else throw new BackupError('damaged', name);
  }

  /** @throws BackupError when anything is missing or differs */
  async finish(): Promise<{ manifest: Manifest; secrets: CarriedSecrets }> {
    await this.closeTable();
    const { header, manifest } = this;
    if (header === undefined || manifest === undefined) throw new BackupError('damaged', MANIFEST);
    const differing: string[] = [];
    for (const table of await listTables(this.client)) {
      const sum = await sumTable(this.client, table);
      const wanted = manifest.tables[table.name];
      if (sum.rows !== wanted?.rows || sum.checksum !== wanted.checksum) differing.push(table.name);
    }
    for (const [name, { sha256 }] of Object.entries(manifest.files)) {
      if (this.files[name]?.sha256 !== sha256) differing.push(name);
    }
    if (differing.length > 0) throw new BackupError('differs', differing.join(', '));
    for (const [name, last] of Object.entries(manifest.sequences)) {
      if (last !== null) await this.client.query('select setval($1, $2)', [`public.${pg.escapeIdentifier(name)}`, last]);
    }
    return { manifest, secrets: this.secrets };
  }

  /** Nothing stays: no row, and no file, since those of a failed restore are only ours to remove. */
  async giveUp(): Promise<void> {
    // A COPY that still waits for rows would keep everything behind it waiting, the rollback too.
    if (this.open?.refused === false) this.open.stream.destroy();
    await this.open?.broken.catch(() => undefined);
    await this.client.query('rollback').catch(() => undefined);
    for (const name of Object.keys(this.files)) await rm(this.pathOf(name), { force: true });
  }

  private async begin(header: Header): Promise<void> {
    const migrations = await listMigrations(this.client);
    const same = header.format === 1 && JSON.stringify(header.migrations) === JSON.stringify(migrations);
    if (!same) throw new BackupError('otherVersion');
    this.header = header;
    // What the migrations themselves wrote (lists every installation begins with) comes from the backup too.
    for (const table of await listTables(this.client)) await this.client.query(`delete from ${nameOf(table)}`);
  }

  private async addRows(name: string, content: Buffer): Promise<void> {
    if (this.open?.table.name !== name) {
      await this.closeTable();
      const table = this.header?.tables.find((each) => each.name === name);
      if (table === undefined) throw new BackupError('damaged', name);
      this.open = openTable(this.client, table);
    }
    const { stream, broken, refused } = this.open;
    if (refused) return broken;
    const written = new Promise<void>((done, reject) => {
      stream.write(content, (error) => (error ? reject(error) : done()));
    });
    await Promise.race([written, broken]);
  }

  private async closeTable(): Promise<void> {
    if (this.open === undefined) return;
    const { stream, broken, refused } = this.open;
    if (refused) return broken;
    stream.end();
    await Promise.race([finished(stream), broken]);
    this.open = undefined;
  }

  private async addFile(name: string, content: Buffer): Promise<void> {
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    this.files[name] = { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private pathOf(name: string): string {
    const folder = resolve(this.target.dataFolder, name.startsWith(HEADS) ? HEADS : FILES);
    const path = resolve(this.target.dataFolder, name);
    if (!path.startsWith(folder + sep)) throw new BackupError('damaged', name);
    return path;
  }
}

async function refuseFilled(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>(
    'select exists (select from centers) or exists (select from persons) as filled',
  );
  if (rows[0]?.filled !== false) throw new BackupError('notEmpty');
}

/** @throws BackupError damaged, for an archive that is cut off or was changed */
async function* entriesOf(source: string): AsyncGenerator<{ name: string; content: Buffer }> {
  const input = createReadStream(source);
  const extract = createExtract();
  const unzipped = createGunzip();
  input.on('error', (error) => unzipped.destroy(error));
  unzipped.on('error', (error) => extract.destroy(error));
  input.pipe(unzipped).pipe(extract);
  try {
    for await (const entry of extract) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk);
      yield { name: entry.header.name, content: Buffer.concat(chunks) };
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_') || /tar|header|end of data|checksum/i.test(message)) throw new BackupError('damaged', message);
    throw error;
  } finally {
    input.destroy();
  }
}

function parse<T>(content: Buffer): T {
  try {
    return JSON.parse(content.toString('utf8')) as T;
  } catch (error) {
    throw new BackupError('damaged', (error as Error).message);
  }
}
