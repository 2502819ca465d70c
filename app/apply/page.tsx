import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { applicant } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PostButton } from '@/components/form/plain-form';
import { ApplicationStatePill } from '@/components/lifecycle/application-state';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { dayOf } from '@/lib/kernel/dates';
import { ownApplications } from '@/lib/lifecycle/queries/admission';
import { startApplicationAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('admission'))('apply.title') };
}

export default async function ApplyPage() {
  const rows = await read(applicant, ownApplications);
  const [t, list] = [await getT('admission'), await getT('list')];
  const start = (
    <PostButton action={startApplicationAction} hidden={await hiddenFields()} variant="primary">
      {t('apply.start')}
    </PostButton>
  );
  return (
    <>
      <PageHead title={t('apply.title')} actions={rows.length > 0 && start} />
      {rows.length === 0 ? (
        <EmptyState title={t('apply.none')} action={start}>
          {t('apply.noneText')}
        </EmptyState>
      ) : (
        <Card body="rows">
          {rows.map((row) => (
            <a key={row.id} className="row" href={`/apply/${row.id}`}>
              <span>
                <span className="link">{row.name === '' ? t('states.draft') : row.name}</span>
                <Sub>{[row.number, row.submittedAt === null ? '' : t('apply.submittedOn', { day: dayOf(row.submittedAt) })].filter(Boolean).join(' · ') || list('missing')}</Sub>
              </span>
              <ApplicationStatePill state={row.state} label={t(`states.${row.state}`)} />
            </a>
          ))}
        </Card>
      )}
    </>
  );
}
