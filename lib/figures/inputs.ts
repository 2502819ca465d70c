import { z } from 'zod';
import { isDay } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { defineList } from '@/lib/kernel/list-params';

/** The days a figure speaks of, both included; a cumulative figure has no first day. */
export interface Period {
  from: string | null;
  to: string;
}

const day = z.string().refine((text) => isDay(text), 'invalidDate');

/** How long things take; an item and one of its lanes open their rows. */
export const timesList = defineList({
  filters: { from: day, to: day, item: z.string().refine((value) => isId(value), 'notFound'), lane: z.string().max(40) },
  sorts: ['used', 'day'],
  defaultSort: 'used',
  defaultDir: 'desc',
});

export const figureRows = defineList({
  filters: { from: day, to: day },
  sorts: ['day'],
  defaultSort: 'day',
  defaultDir: 'desc',
});
