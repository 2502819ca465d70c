import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { openStored } from '@/lib/kernel/storage';

/** One thing in an archive: bytes at hand, a stream of our own, or a stored file. */
export type ZipEntry =
  | { path: string; text: string }
  | { path: string; stream: () => Readable }
  | { path: string; stored: { centerId: string; sha256: string; type: string } };

/** What is packed already: pressing it again costs time and saves nothing. */
const PACKED = /^(image\/|application\/(zip|pdf|vnd\.openxmlformats))/;

/**
 * Streams one archive; each entry is opened when its turn has come, so that thousands of files take little memory.
 * Names are UTF-8, sizes beyond 4 GB are zip64. A reader who breaks off ends it. Stored files must be there: see `isStored`.
 */
export function writeZip(entries: Iterable<ZipEntry>, at: Date): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const fail = (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  let open: Readable | undefined;
  const lazily = (path: string, compress: boolean, begin: () => Promise<Readable | null>) =>
    zip.addReadStreamLazy(path, { mtime: at, compress }, (taken) => {
      if (out.destroyed) return;
      begin().then(
        (stream) => {
          if (stream === null) {
            fail(new Error(`${path} is gone`));
            return;
          }
          open = stream;
          stream.on('error', fail);
          taken(null, stream);
        },
        fail,
      );
    });
  for (const entry of entries) {
    if ('text' in entry) zip.addBuffer(Buffer.from(entry.text, 'utf8'), entry.path, { mtime: at, compress: true });
    else if ('stream' in entry) lazily(entry.path, false, async () => entry.stream());
    else lazily(entry.path, !PACKED.test(entry.stored.type), () => openStored(entry.stored.centerId, entry.stored.sha256));
  }
  zip.end();
  out.on('close', () => open?.destroy());
  zip.outputStream.on('error', fail);
  zip.outputStream.pipe(out);
  return out;
}
