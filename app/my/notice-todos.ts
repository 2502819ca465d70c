import { getT } from '@/app/_server/i18n';
import type { Todo } from '@/components/service-desk/todos';
import type { Day } from '@/lib/kernel/dates';
import type { OwnNotice } from '@/lib/notices/queries/own';
import { doorOf } from '@/lib/notices/rules';

/** A notice that only has to be read stands behind what has to be answered. */
export async function noticeTodos(notices: readonly OwnNotice[], today: Day): Promise<Todo[]> {
  const t = await getT('notices');
  const line = (notice: OwnNotice): Todo => {
    const { id, title, dueOn } = notice;
    const base = { id, href: `/my/notices/${id}`, text: title };
    if (doorOf(notice, notice, today) !== 'open' || dueOn === null) return { ...base, note: t('my.homeRead'), act: t('my.homeReadAct') };
    return dueOn < today
      ? { ...base, note: t('my.homeLate', { due: dueOn }), act: t('my.homeAct'), tone: 'late' }
      : { ...base, note: t('my.homeDue', { due: dueOn }), act: t('my.homeAct'), tone: 'due' };
  };
  return notices.map(line).sort((a, b) => Number(a.tone === undefined) - Number(b.tone === undefined));
}
