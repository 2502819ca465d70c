import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { mentor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { SubmitButton } from '@/components/form/submit-button';
import { correctionKey } from '@/components/mentoring/draft-store';
import { VisitDraft } from '@/components/mentoring/visit-draft';
import { VisitForm } from '@/components/mentoring/visit-form';
import { RemarkNotice } from '@/components/mentoring/visit-parts';
import { BottomBar } from '@/components/page/mentor-frame';
import { Card } from '@/components/ui/card';
import { membershipOf } from '@/lib/kernel/actor';
import { allow, found } from '@/lib/kernel/errors';
import { canCorrectVisit } from '@/lib/mentoring/policy';
import { getVisit } from '@/lib/mentoring/queries/visits';
import { correctVisitAction } from '../../actions';
import { draftLabels } from '../../draft-words';
import { VisitFields } from '../../visit-fields';

interface Props {
  params: Promise<{ visit: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('mentoring'))('correct.title') };
}

export default async function CorrectVisitPage({ params }: Props) {
  const { visit: id } = await params;
  const { visit, membership } = await read(mentor, async (ctx) => {
    const visit = found(await getVisit(ctx, id));
    allow(canCorrectVisit(ctx.actor, visit));
    return { visit, membership: membershipOf(ctx.actor) ?? '' };
  });
  const t = await getT('mentoring');
  return (
    <VisitForm
      correct
      action={correctVisitAction}
      hidden={await hiddenFields(visit.version)}
      labels={{ submit: t('correct.submit'), pending: t('record.pending'), errorTitle: t('record.errorTitle') }}
      footer={
        <BottomBar>
          <SubmitButton size="touch" />
        </BottomBar>
      }
    >
      <div>
        <h1 className="text-xl">{t('correct.title')}</h1>
        <VisitDraft
          membership={membership}
          draftKey={correctionKey(visit.id, visit.version)}
          visit={visit.id}
          company={visit.company}
          href={`/mentor/visits/${visit.id}/correct`}
          labels={draftLabels(t)}
        />
      </div>
      <Card>
        <b className="text-lg">{visit.company}</b>
        <p className="num text-sm text-ink-2">{visit.number}</p>
      </Card>
      <RemarkNotice t={t} visit={visit} />
      <VisitFields t={t} room={visit.room} first={visit} />
    </VisitForm>
  );
}
