import { z } from 'zod';
import { defineList } from '@/lib/kernel/list-params';

export const OpenNotification = z.object({ id: z.uuid() });
export const ReadAll = z.object({});
export const SendAgain = z.object({ id: z.uuid() });

export const notificationList = defineList({
  filters: { show: z.enum(['unread']).optional() },
  sorts: ['time'],
  defaultSort: 'time',
  defaultDir: 'desc',
});

export const emailList = defineList({
  filters: { state: z.enum(['waiting', 'sent', 'failed']).optional() },
  sorts: ['time'],
  defaultSort: 'time',
  defaultDir: 'desc',
});
