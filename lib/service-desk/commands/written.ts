import { warnOn } from '@/lib/approvals/rules';
import { getCalendar } from '@/lib/centers/queries';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { RuleError } from '@/lib/kernel/errors';
import { FIELD_PREFIX } from '../inputs';
import type { ItemVersion } from '../queries/catalogue';
import { acceptDue, dueColumns } from '../rules';
import { answerProblems, keptAnswers } from '../rules/answers';

/** The desk has it from today: its days to accept begin, and the item's promise is kept as it is now. */
export async function receivedToday(ctx: Ctx, item: Pick<ItemVersion, 'acceptanceDays' | 'promisedDays'>) {
  const [calendar, today] = [await getCalendar(ctx), dayOf(ctx.now)];
  const due = dueColumns(acceptDue(calendar, today, item.acceptanceDays));
  return {
    receivedOn: today,
    acceptanceDays: item.acceptanceDays,
    promisedDays: item.promisedDays,
    acceptDueOn: due.known,
    nextDueOn: due.order,
    warnOn: warnOn(calendar, due.known, item.acceptanceDays, 0),
    warned: 0,
  };
}

/** What is typed, as it is kept. @throws RuleError on all fields that can't be sent for the same reason as the first */
export function ensureWritten(item: ItemVersion, input: { title: string; body: string; answers: Readonly<Record<string, string>> }) {
  const answers = keptAnswers(item.fields, input.answers);
  const problems = [
    ...(input.title === '' ? [{ code: 'required', field: 'title' }] : []),
    ...answerProblems(item.fields, answers).map(({ code, field }) => ({ code, field: `${FIELD_PREFIX}${field}` })),
    ...(item.asksBody && input.body === '' ? [{ code: 'required', field: 'body' }] : []),
  ];
  const [first] = problems;
  if (first !== undefined) throw new RuleError(first.code, { field: first.field, fields: problems.filter(({ code }) => code === first.code).map(({ field }) => field) });
  return { title: input.title, body: input.body, answers };
}
