import { readAs } from '@/app/_server/context';
import { getLocale } from '@/app/_server/i18n';
import { getSession } from '@/app/_server/session';
import { getTask } from '@/lib/jobs/queries';
import { translator } from '@/lib/kernel/i18n';
import { isId } from '@/lib/kernel/ids';

/** How far one's own long work has come. */
export async function GET(_request: Request, { params }: { params: Promise<{ task: string }> }): Promise<Response> {
  const { task: id } = await params;
  const session = await getSession();
  if (session?.state !== 'open') return Response.json({ error: 'signedOut' }, { status: 401 });
  const task = isId(id) ? await readAs(session.actor, (ctx) => getTask(ctx, id)) : null;
  if (task === null) return Response.json({ error: 'notFound' }, { status: 404 });
  const errors = translator(await getLocale(), 'errors');
  return Response.json(
    {
      state: task.state,
      done: task.done,
      total: task.total,
      ...(task.error === null ? {} : { error: errors(task.error.code, task.error.params) }),
    },
    { headers: { 'cache-control': 'no-store' } },
  );
}
