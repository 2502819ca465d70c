import type { DocumentToIssue } from '@/lib/documents/commands';
import { formatDay, formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { defaultLocale, type Translate } from '@/lib/kernel/i18n';
import type { PlaceKind, VisitTopic } from '../inputs';

interface SignedVisit {
  id: string;
  number: string;
  companyId: string;
  company: string;
  mentor: string;
  visitedAt: Date;
  createdAt: Date;
  minutes: number;
  placeKind: PlaceKind;
  place: string;
  topics: readonly string[];
  advice: string;
  /** Empty where the company signed on paper: the place for the signature stays free. */
  confirmedBy: string;
  confirmedAt: Date;
  issuer: string;
}

/**
 * The visit record as it is printed and filed: in Chinese, whatever the reader's language, because the paper is the center's.
 * @param t the words of `mentoring` in the default language
 */
export function visitPaper(t: Translate, visit: SignedVisit): DocumentToIssue {
  const kind = t(`places.${visit.placeKind}`);
  const title = t('paper.title');
  const confirmedOn = dayOf(visit.confirmedAt);
  return {
    kind: 'visit',
    title,
    party: visit.company,
    companyId: visit.companyId,
    subject: { type: 'visit', id: visit.id },
    issuedOn: confirmedOn,
    content: {
      paragraphs: [t('paper.statement', { company: visit.company, mentor: visit.mentor, day: formatDay(dayOf(visit.visitedAt), defaultLocale, 'long') })],
      rows: [
        { label: t('fields.number'), value: visit.number },
        { label: t('fields.company'), value: visit.company },
        { label: t('fields.mentor'), value: visit.mentor },
        { label: t('fields.visitedAt'), value: formatMoment(visit.visitedAt, defaultLocale) },
        { label: t('fields.minutes'), value: t('minutes', { minutes: visit.minutes }) },
        { label: t('fields.place'), value: visit.place === '' ? kind : `${kind} · ${visit.place}` },
        { label: t('fields.topics'), value: (visit.topics as VisitTopic[]).map((topic) => t(`topics.${topic}`)).join('、') },
        { label: t('fields.advice'), value: visit.advice },
      ],
      signatures: [
        { role: t('paper.mentorSigns'), name: visit.mentor, day: dayOf(visit.createdAt) },
        { role: t('paper.companySigns'), ...(visit.confirmedBy === '' ? {} : { name: visit.confirmedBy }), day: confirmedOn },
      ],
      issuer: visit.issuer,
    },
  };
}
