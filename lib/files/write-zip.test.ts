import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import yauzl from 'yauzl';
import { keep, receive } from '@/lib/kernel/storage';
import { newId } from '@/lib/kernel/ids';
import { writeZip, type ZipEntry } from './write-zip';

const at = new Date('2026-11-20T02:00:00Z');

async function unpacked(archive: Buffer): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => yauzl.fromBuffer(archive, { lazyEntries: false, autoClose: false }, (error, file) => (error ? reject(error) : resolve(file))));
  const entries = await new Promise<yauzl.Entry[]>((resolve) => {
    const all: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => all.push(entry));
    zip.on('end', () => resolve(all));
  });
  for (const entry of entries) {
    const stream = await new Promise<Readable>((resolve, reject) => zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))));
    found[entry.fileName] = (await buffer(stream)).toString('utf8');
  }
  return found;
}

async function stored(centerId: string, text: string): Promise<string> {
  const incoming = await receive(Readable.from([Buffer.from(text)]), 10_000);
  if (incoming === null) throw new Error('too long');
  await keep(centerId, incoming);
  return incoming.sha256;
}

it('holds texts, streams and stored files under their names', async () => {
  const centerId = newId();
  const sha256 = await stored(centerId, '内容');
  const archive = await buffer(
    writeZip(
      [
        { path: '名单.txt', text: '甲' },
        { path: '甲公司/表.txt', stored: { centerId, sha256, type: 'text/plain' } },
        { path: '乙公司/流.bin', stream: () => Readable.from([Buffer.from('a'), Buffer.from('b')]) },
      ],
      at,
    ),
  );
  expect(await unpacked(archive)).toEqual({ '名单.txt': '甲', '甲公司/表.txt': '内容', '乙公司/流.bin': 'ab' });
});

it('opens one file at a time, however many there are', async () => {
  let openNow = 0;
  let most = 0;
  const entries: ZipEntry[] = Array.from({ length: 500 }, (_, n) => ({
    path: `${n}.txt`,
    stream: () => {
      openNow += 1;
      most = Math.max(most, openNow);
      const stream = Readable.from([Buffer.from(String(n))]);
      stream.on('end', () => (openNow -= 1));
      return stream;
    },
  }));
  const found = await unpacked(await buffer(writeZip(entries, at)));
  expect(Object.keys(found)).toHaveLength(500);
  expect(most).toBe(1);
});

it('breaks off instead of ending as if it were whole', async () => {
  const gone = writeZip([{ path: 'a', stored: { centerId: newId(), sha256: 'a'.repeat(64), type: 'text/plain' } }], at);
  await expect(buffer(gone)).rejects.toThrow('is gone');
});
