import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import type { Given } from '@/lib/files/commands';
import { cleanName, LARGEST_FILE, MOST_FILES_AT_ONCE } from '@/lib/files/rules';
import { recognise } from '@/lib/files/types';
import { RuleError } from '@/lib/kernel/errors';
import { origin } from '@/lib/kernel/env';
import { discard, receive } from '@/lib/kernel/storage';

export interface Upload {
  fields: Map<string, string>;
  files: Given[];
  /** What was refused, by the name it was given under. */
  refused: { name: string; error: RuleError }[];
}

const LARGEST_BODY = MOST_FILES_AT_ONCE * LARGEST_FILE + 1_000_000;

/** Whether a page of ours sent it: a form on another site may post here too, with the reader's cookie. */
export function isFromOurPages(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const from = headers.get('origin');
  if (from === null || !URL.canParse(from)) return false;
  return from === origin().origin || new URL(from).host === headers.get('host');
}

/**
 * Streams a multipart body to disk, at most 20 MB a file, and looks into each file. What is accepted lies in the
 * temporary folder; whoever calls this keeps it or throws it away with `discardUpload`.
 * @throws RuleError when the body breaks off or is far too long
 */
export async function readUpload(request: Request): Promise<Upload> {
  const upload: Upload = { fields: new Map(), files: [], refused: [] };
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > LARGEST_BODY) throw new RuleError('fileTooLarge');
  const type = request.headers.get('content-type') ?? '';
  if (request.body === null || !type.startsWith('multipart/form-data')) throw new RuleError('file.none');

  const parser = parserFor(type);
  const arriving: Promise<void>[] = [];
  let broken: unknown;
  parser.on('field', (name, value) => upload.fields.set(name, value));
  parser.on('filesLimit', () => upload.refused.push({ name: '', error: new RuleError('file.tooMany', { params: { max: MOST_FILES_AT_ONCE } }) }));
  parser.on('file', (_field, stream, info) => {
    // A file field left empty sends one nameless, empty file.
    if (typeof info.filename !== 'string' || info.filename === '') return void stream.resume();
    // The body may break off before anybody reads this stream; the reader is told then.
    stream.on('error', () => undefined);
    arriving.push(
      take(stream, info.filename, upload).catch((error: unknown) => {
        broken ??= error;
        stream.resume();
      }),
    );
  });
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), parser);
  } catch (error) {
    broken ??= error;
  }
  await Promise.all(arriving);
  if (broken !== undefined) {
    await discardUpload(upload);
    throw isFull(broken) ? broken : new RuleError('file.broken');
  }
  return upload;
}

/** @throws RuleError for a type that names no boundary: no browser sends one */
function parserFor(type: string): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { files: MOST_FILES_AT_ONCE, fields: 20, fieldSize: 4_000, parts: 40 },
    });
  } catch {
    throw new RuleError('file.broken');
  }
}

async function take(stream: Readable, filename: string, upload: Upload): Promise<void> {
  const name = cleanName(filename);
  const refuse = (code: string) => void upload.refused.push({ name, error: new RuleError(code) });
  const incoming = await receive(stream, LARGEST_FILE);
  if (incoming === null) return refuse('fileTooLarge');
  const accepted = incoming.size === 0 ? null : await recognise(incoming.path, filename);
  if (accepted === null) {
    await discard(incoming.path);
    return refuse(incoming.size === 0 ? 'fileEmpty' : 'fileType');
  }
  upload.files.push({ ...incoming, ...accepted });
}

export async function discardUpload(upload: Upload): Promise<void> {
  await Promise.all(upload.files.map((file) => discard(file.path)));
}

/** A full disk is no fault of the one who uploads. */
function isFull(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
