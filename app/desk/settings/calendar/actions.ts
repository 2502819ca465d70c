'use server';

import { action } from '@/app/_server/action';
import { house } from '@/app/_server/gates';
import { enterYear } from '@/lib/centers/commands/calendar';
import { EnterYear } from '@/lib/centers/inputs';

export const enterYearAction = action(EnterYear, enterYear, {
  words: 'centers',
  gate: house,
  done: ({ year, days }) => ({
    message: { key: 'calendar.entered', values: { year: String(year), days } },
    redirect: `/desk/settings/calendar/${year}`,
  }),
});
