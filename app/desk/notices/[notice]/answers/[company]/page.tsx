import type { Metadata } from 'next';
import { SubjectFiles } from '@/app/_server/files';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { ProgressPill, Written } from '@/components/notices/notice-parts';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { listFiles } from '@/lib/files/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { ANSWER, getNotice, getRecipient } from '@/lib/notices/queries/desk';
import { asks, progressOf } from '@/lib/notices/rules';

interface Props {
  params: Promise<{ notice: string; company: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('notices'))('title') };
}

/** What one company answered. Before it is sent, neither words nor files are the desk's to read. */
export default async function AnswerPage({ params }: Props) {
  const { notice: id, company } = await params;
  const { notice, recipient, files, today } = await read(businessAndAuditor, async (ctx) => {
    const notice = found(await getNotice(ctx, id));
    const recipient = found(await getRecipient(ctx, id, company));
    return { notice, recipient, files: recipient.answeredAt === null ? [] : await listFiles(ctx, { type: ANSWER, id: recipient.id }), today: dayOf(ctx.now) };
  });
  const [t, locale] = [await getT('notices'), await getLocale()];
  const path = `/desk/notices/${notice.id}`;
  const when = (at: Date | null) => (at === null ? t('none') : formatMoment(at, locale));
  const answered = recipient.answeredAt !== null;
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('crumbs'), items: [{ label: t('title'), href: '/desk/notices' }, { label: notice.title, href: path }, { label: recipient.company }] }}
        title={t('answer.title', { company: recipient.company })}
        state={<ProgressPill t={t} progress={progressOf(notice, recipient, today)} asked={asks(notice)} />}
        meta={
          answered
            ? t('answer.by', { who: recipient.answeredBy ?? t('none'), when: when(recipient.answeredAt) })
            : recipient.readAt === null
              ? t('answer.none')
              : t('answer.noneRead', { who: recipient.readBy ?? t('none'), when: when(recipient.readAt) })
        }
      />
      {answered && (
        <div className="grid gap-4">
          <Card
            title={t('answer.text')}
            foot={t('answer.changed', { when: when(recipient.firstAnsweredAt) })}
          >
            {recipient.answer === null ? <p className="text-ink-2">{t('answer.noText')}</p> : <Written text={recipient.answer} />}
          </Card>
          <Card title={t('answer.files')}>
            <SubjectFiles subject={{ type: ANSWER, id: recipient.id }} files={files} mayAdd={false} mayRemove={false} path={path} />
          </Card>
        </div>
      )}
    </>
  );
}
