import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

type Portal = 'desk' | 'my' | 'mentor';
const file = (data: { notice: string }, portal: Portal) => (portal === 'my' ? `/my/notices/${data.notice}` : `/desk/notices/${data.notice}`);

const draft = { notice: z.string(), title: z.string() };
const sent = { ...draft, number: z.string() };
const one = { ...sent, companyId: z.string(), company: z.string() };
const due = z.string();
const company = (data: { companyId: string }) => [{ company: data.companyId }];
const inside = ['center'] as const;
const shared = ['center', 'company'] as const;

export const noticeDrafted = defineEntry({ name: 'notice.drafted', data: z.object({ notice: z.string() }), audience: inside, path: file });
export const noticeEdited = defineEntry({ name: 'notice.edited', data: z.object(draft), audience: inside, path: file });
export const noticeDiscarded = defineEntry({ name: 'notice.discarded', data: z.object({ title: z.string() }), audience: inside });
export const noticeAddressed = defineEntry({ name: 'notice.addressed', data: z.object({ ...draft, count: z.number().int() }), audience: inside, path: file });

// A batch leaves one entry for itself, and one per company, which tells it.
export const noticeSent = defineEntry({ name: 'notice.sent', data: z.object({ ...sent, count: z.number().int() }), audience: inside, path: file });
export const noticeReceived = defineEntry({
  name: 'notice.received',
  data: z.object({ ...one, asks: z.enum(['yes', 'no']), due }),
  audience: shared,
  tell: company,
  path: file,
});

export const noticeReminded = defineEntry({ name: 'notice.reminded', data: z.object({ ...sent, count: z.number().int() }), audience: inside, path: file });
export const noticeUrged = defineEntry({
  name: 'notice.urged',
  data: z.object({ ...one, asks: z.enum(['yes', 'no']), due, late: z.enum(['yes', 'no']) }),
  audience: shared,
  tell: company,
  path: file,
});

export const noticeExtended = defineEntry({
  name: 'notice.extended',
  data: z.object({ ...sent, due, from: z.string(), word: z.string(), count: z.number().int() }),
  audience: inside,
  path: file,
});
export const noticeGivenTime = defineEntry({ name: 'notice.givenTime', data: z.object({ ...one, due, word: z.string() }), audience: shared, tell: company, path: file });

export const noticeClosed = defineEntry({ name: 'notice.closed', data: z.object({ ...sent, word: z.string(), count: z.number().int() }), audience: inside, path: file });
export const noticeOver = defineEntry({ name: 'notice.over', data: z.object({ ...one, word: z.string() }), audience: shared, tell: company, path: file });

export const noticeRead = defineEntry({ name: 'notice.read', data: z.object(one), audience: shared, path: file });
export const noticeAnswered = defineEntry({
  name: 'notice.answered',
  data: z.object({ ...one, files: z.number().int(), again: z.enum(['yes', 'no']), late: z.enum(['yes', 'no']) }),
  audience: shared,
  path: file,
});
/** What is in the zip is taken out of the house: it leaves an entry, as a sheet does. */
export const noticeCollected = defineEntry({ name: 'notice.collected', data: z.object({ ...sent, files: z.number().int() }), audience: inside, path: file });
