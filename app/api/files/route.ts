import { actorBehind } from '@/app/_server/action';
import { contextFor, writeAs } from '@/app/_server/context';
import { fileSubject } from '@/app/_server/file-subjects';
import { flash } from '@/app/_server/flash';
import { getLocale } from '@/app/_server/i18n';
import { getSession } from '@/app/_server/session';
import { discardUpload, isFromOurPages, readUpload, type Upload } from '@/app/_server/upload';
import { addFiles } from '@/lib/files/commands';
import type { Actor } from '@/lib/kernel/actor';
import { allow, ensure, found, ForbiddenError, NotFoundError, RuleError } from '@/lib/kernel/errors';
import { translator } from '@/lib/kernel/i18n';
import { isId } from '@/lib/kernel/ids';
import { logger } from '@/lib/kernel/logger';
import { isDiskFull } from '@/lib/kernel/disk-full';
import { ownPath } from '@/lib/people/inputs';

/**
 * Takes files for a subject, streamed: from a script one by one with JSON back, or from a plain form with a redirect to
 * `next` and a sentence. It stands outside the proxy and the action wrapper, so it checks for itself who asks.
 */
export async function POST(request: Request): Promise<Response> {
  const wantsJson = (request.headers.get('accept') ?? '').includes('application/json');
  const locale = await getLocale();
  const errors = translator(locale, 'errors');
  let upload: Upload | undefined;
  try {
    ensure(isFromOurPages(request.headers), 'file.foreignPage');
    const session = await getSession();
    ensure(session !== null, 'signedOut');
    allow(session.state === 'open');
    upload = await readUpload(request);
    const actor = await actorOf(upload);
    const [first] = upload.refused;
    if (first !== undefined) throw first.error;
    const ids = await attach(actor, upload);
    const names = upload.files.map((file) => file.name);
    if (wantsJson) return Response.json({ files: ids.map((id, n) => ({ id, name: names[n] })) }, { status: 201 });
    await flash(translator(locale, 'files')('done', { count: ids.length }));
    return back(request, upload);
  } catch (error) {
    const reference = (await contextFor(nobody)).requestId;
    const code = error instanceof RuleError ? error : isDiskFull(error) ? new RuleError('file.diskFull') : new RuleError('unexpected', { params: { reference } });
    if (!(error instanceof RuleError)) logger.error({ err: error, requestId: reference }, 'upload failed');
    const name = upload?.refused[0]?.name ?? '';
    const message = `${name === '' ? '' : `${name}: `}${errors(code.code, code.options.params)}`;
    if (wantsJson) return Response.json({ error: message }, { status: statusOf(code) });
    await flash(message);
    return back(request, upload);
  } finally {
    if (upload !== undefined) await discardUpload(upload);
  }
}

const nobody: Actor = { kind: 'public', centerId: null };

/** The membership the form was drawn under, as every form does. */
async function actorOf(upload: Upload): Promise<Actor> {
  const typed = new FormData();
  for (const [name, value] of upload.fields) typed.set(name, value);
  const actor = await actorBehind(typed, 'signed-in');
  if (typeof actor === 'string') throw new RuleError(actor);
  return actor;
}

async function attach(actor: Actor, upload: Upload): Promise<string[]> {
  ensure(upload.files.length > 0, 'file.none');
  const subject = { type: upload.fields.get('subjectType') ?? '', id: upload.fields.get('subjectId') ?? '' };
  return writeAs(actor, async (ctx) => {
    const place = found(isId(subject.id) ? await fileSubject(ctx, subject) : null);
    allow(place.mayAdd);
    const ids = await addFiles(ctx, { ...place, subject }, upload.files);
    await place.added?.(ctx, ids);
    return ids;
  });
}

function statusOf(error: RuleError): number {
  if (error instanceof NotFoundError) return 404;
  if (error instanceof ForbiddenError) return 403;
  switch (error.code) {
    case 'signedOut':
      return 401;
    case 'forbidden':
    case 'file.foreignPage':
    case 'wrongMembership':
      return 403;
    case 'fileTooLarge':
      return 413;
    case 'fileType':
      return 415;
    case 'file.diskFull':
      return 507;
    case 'unexpected':
      return 500;
    default:
      return 400;
  }
}

/** To the page the form names or stood on; never to another house. */
function back(request: Request, upload: Upload | undefined): Response {
  const referer = request.headers.get('referer') ?? '';
  const stood = URL.canParse(referer) ? new URL(referer) : null;
  const given = upload?.fields.get('next') ?? (stood === null ? '/' : stood.pathname + stood.search);
  return new Response(null, { status: 303, headers: { location: ownPath(given) ?? '/' } });
}
