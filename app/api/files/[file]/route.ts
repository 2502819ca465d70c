import { Readable } from 'node:stream';
import { readAs, requestId } from '@/app/_server/context';
import { getLocale } from '@/app/_server/i18n';
import { getSession } from '@/app/_server/session';
import { type OpenedFile, openFile } from '@/lib/files/commands';
import { attachmentHeader } from '@/lib/files/rules';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError, RuleError } from '@/lib/kernel/errors';
import { translator } from '@/lib/kernel/i18n';
import { isId } from '@/lib/kernel/ids';
import { logger } from '@/lib/kernel/logger';

/** Hands out a file to those who may see its row; to everybody else there is none. Always a download, never a page. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file: id } = await params;
  const session = await getSession();
  if (session === null) {
    return new Response(null, { status: 303, headers: { location: `/sign-in?next=${encodeURIComponent(`/api/files/${id}`)}` } });
  }
  if (!isId(id) || session.state !== 'open' || !fetches(session.actor)) return say('notFound', 404);
  let file: OpenedFile;
  try {
    file = await readAs(session.actor, (ctx) => openFile(ctx, id));
  } catch (error) {
    if (error instanceof NotFoundError) return say('notFound', 404);
    if (error instanceof RuleError) {
      logger.error({ file: id, requestId: await requestId() }, 'stored file is missing on disk');
      return say(error.code, 410);
    }
    throw error;
  }
  return new Response(Readable.toWeb(file.stream) as ReadableStream<Uint8Array>, {
    headers: {
      ...common,
      'content-type': file.type,
      'content-length': String(file.size),
      'content-disposition': attachmentHeader(file.name),
      // What people upload never runs as ours, even where a browser shows it.
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

/** Members, and applicants what is theirs or offered to them: row-level security says which files those are. */
function fetches(actor: Actor): boolean {
  return actor.kind === 'member' || actor.kind === 'applicant';
}

const common = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };

async function say(code: string, status: number): Promise<Response> {
  const text = translator(await getLocale(), 'errors')(code);
  return new Response(text, { status, headers: { ...common, 'content-type': 'text/plain; charset=utf-8' } });
}
