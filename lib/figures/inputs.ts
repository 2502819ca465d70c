import { z } from 'zod';
import { isDay } from '@/lib/kernel/dates';
import { defineList } from '@/lib/kernel/list-params';

/** The days a figure speaks of, both included; a cumulative figure has no first day. */
export interface Period {
  from: string | null;
  to: string;
}

const day = z.string().refine((text) => isDay(text), 'invalidDate');

export const figureRows = defineList({
  filters: { from: day, to: day },
  sorts: ['day'],
  defaultSort: 'day',
  defaultDir: 'desc',
});
