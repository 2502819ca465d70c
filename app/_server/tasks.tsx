import { TaskProgress } from '@/components/jobs/task-progress';
import type { TaskView } from '@/lib/jobs/queries';
import { getT } from './i18n';

/** A task as it stands, moving. */
export async function Task({ task }: { task: TaskView }) {
  const [t, errors] = [await getT('jobs'), await getT('errors')];
  const { id, state, done, total, error } = task;
  return (
    <TaskProgress
      id={id}
      now={{ state, done, total, ...(error === null ? {} : { error: errors(error.code, error.params) }) }}
      labels={{ waiting: t('waiting'), running: t('running'), done: t('done'), failed: t('failed'), again: t('again') }}
    />
  );
}
