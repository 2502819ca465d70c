'use server';

import { action } from '@/app/_server/action';
import { operator } from '@/app/_server/gates';
import { enterYear } from '@/lib/centers/commands/calendar';
import { EnterYear } from '@/lib/centers/inputs';

export const putYearRightAction = action(EnterYear, enterYear, {
  words: 'centers',
  gate: operator,
  done: ({ year, days }) => ({ message: { key: 'calendar.entered', values: { year: String(year), days } }, redirect: '/admin/calendar' }),
});
