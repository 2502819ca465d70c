import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { timelineOf } from '@/lib/audit/queries';
import { listFiles } from '@/lib/files/queries';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import type { SearchParams } from '@/lib/kernel/list-params';
import { recipientList } from '@/lib/notices/inputs';
import { canEditNotice, canRunNotice } from '@/lib/notices/policy';
import { getNotice, listRecipients, NOTICE, tallyOf } from '@/lib/notices/queries/desk';
import { reachOf, silentAmong } from '@/lib/notices/queries/recipients';
import { DraftView } from './draft-view';
import { SentView } from './sent-view';

interface Props {
  params: Promise<{ notice: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notices'))('title') };
}

export default async function NoticePage({ params, searchParams }: Props) {
  const { notice: id } = await params;
  const search = await searchParams;
  const list = recipientList.parse(search);
  const view = await read(businessAndAuditor, async (ctx) => {
    const notice = found(await getNotice(ctx, id));
    const files = await listFiles(ctx, { type: 'notice', id: notice.id });
    if (notice.state === 'draft') {
      const reach = notice.chosen === null ? null : await reachOf(ctx, notice.chosen);
      return { state: 'draft' as const, notice, files, reach, mayEdit: canEditNotice(ctx.actor, notice), today: dayOf(ctx.now) };
    }
    const recipients = await listRecipients(ctx, notice, list);
    return {
      state: 'sent' as const,
      notice,
      files,
      recipients,
      silent: await silentAmong(ctx, recipients.rows.map((row) => row.companyId)),
      tally: await tallyOf(ctx, notice.id),
      late: (await listRecipients(ctx, notice, { ...recipientList.parse({ show: 'late' }), size: 20 })).total,
      events: await timelineOf(ctx, { subject: { type: NOTICE, id: notice.id } }, 100),
      mayRun: canRunNotice(ctx.actor, notice),
      today: dayOf(ctx.now),
    };
  });
  return view.state === 'draft' ? <DraftView {...view} /> : <SentView {...view} list={list} doing={typeof search.do === 'string' ? search.do : null} />;
}
