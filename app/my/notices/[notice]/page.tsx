import type { Metadata } from 'next';
import { SubjectFiles } from '@/app/_server/files';
import { company } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { markNoticeRead } from '@/app/_server/read-mark';
import { DuePill, ProgressPill, Written } from '@/components/notices/notice-parts';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { listFiles } from '@/lib/files/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { ANSWER, NOTICE } from '@/lib/notices/queries/desk';
import { getOwnNotice } from '@/lib/notices/queries/own';
import { asks, doorOf, progressOf } from '@/lib/notices/rules';
import { AnswerCards } from './answer-cards';

interface Props {
  params: Promise<{ notice: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notices'))('my.title') };
}

export default async function MyNoticePage({ params }: Props) {
  const { notice: id } = await params;
  const { notice, files, given, today } = await read(company, async (ctx) => {
    const notice = found(await getOwnNotice(ctx, id));
    return {
      notice,
      files: await listFiles(ctx, { type: NOTICE, id: notice.id }),
      given: await listFiles(ctx, { type: ANSWER, id: notice.recipientId }),
      today: dayOf(ctx.now),
    };
  });
  if (notice.readAt === null) await markNoticeRead(notice.id);
  const [t, locale] = [await getT('notices'), await getLocale()];
  const path = `/my/notices/${notice.id}`;
  const door = doorOf(notice, notice, today);
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('crumbs'), items: [{ label: t('my.title'), href: '/my/notices' }, { label: notice.number ?? '' }] }}
        title={notice.title}
        state={
          door === 'open' && notice.answeredAt === null && notice.dueOn !== null ? (
            <DuePill t={t} due={notice.dueOn} today={today} />
          ) : (
            // Whoever sees this has just read it.
            <ProgressPill t={t} progress={progressOf(notice, { ...notice, readAt: notice.readAt ?? notice.sentAt }, today)} asked={asks(notice)} />
          )
        }
        meta={t('my.from', { who: notice.sentBy ?? '', when: formatMoment(notice.sentAt, locale) })}
      />
      <div className="grid gap-4">
        <Card title={t('my.text')}>
          <Written text={notice.body} />
          {files.length > 0 && (
            <div className="mt-4">
              <p className="mb-1 text-sm text-ink-2">{t('my.attachments')}</p>
              <SubjectFiles subject={{ type: NOTICE, id: notice.id }} files={files} mayAdd={false} mayRemove={false} path={path} />
            </div>
          )}
        </Card>
        <AnswerCards notice={notice} given={given} door={door} />
      </div>
    </>
  );
}
