import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { RuleError } from '@/lib/kernel/errors';

const MOST_ENTRIES = 2_000;
/** A register of 50,000 rows unpacks to some 60 MB. */
const MOST_BYTES = 200 * 1024 * 1024;
/** Sheets shrink 5 to 40 times; only what was made to burst shrinks more than this. */
const MOST_RATIO = 250;
const SMALL = 4 * 1024 * 1024;

export type Archive = {
  entries: ReadonlyMap<string, Entry>;
  open: (entry: Entry) => Promise<Readable>;
  close: () => void;
};

/**
 * Opens an archive in memory after looking at its directory alone. Sizes promised there are enforced while reading, too.
 * @throws RuleError 'sheet.bomb' when it would unpack to far more than a sheet, 'sheet.unreadable' when it is no archive
 */
export async function openZip(bytes: Uint8Array): Promise<Archive> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(
      buffer,
      { lazyEntries: true, autoClose: false, validateEntrySizes: true },
      (error, file) => (error ? reject(unreadable(error)) : resolve(file)),
    );
  });
  if (zip.entryCount > MOST_ENTRIES) throw new RuleError('sheet.bomb');
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      const bursts =
        entry.uncompressedSize > SMALL &&
        entry.uncompressedSize > entry.compressedSize * MOST_RATIO;
      if (bursts || unpacked > MOST_BYTES) return reject(new RuleError('sheet.bomb'));
      if (entry.isEncrypted()) return reject(new RuleError('sheet.locked'));
      entries.set(entry.fileName, entry);
      return zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', (error: Error) => reject(unreadable(error)));
    zip.readEntry();
  });
  return {
    entries,
    open: (entry) =>
      new Promise((resolve, reject) =>
        zip.openReadStream(entry, (error, stream) =>
          error ? reject(unreadable(error)) : resolve(stream),
        ),
      ),
    close: () => zip.close(),
  };
}

export function unreadable(cause: unknown): RuleError {
  const error = new RuleError('sheet.unreadable');
  error.cause = cause;
  return error;
}
