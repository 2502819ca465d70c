import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { StatePill } from '@/components/ui/pill';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import type { RequestState } from '@/lib/service-desk/inputs';
import { stateWords } from './words';

interface Linked {
  id: string;
  request: string;
  number: string | null;
  title: string;
  state: RequestState;
  duplicateOf: string | null;
  companyId: string;
  company: string;
  reason: string;
  linkedBy: string | null;
  linkedAt: Date;
}

interface Merged {
  id: string;
  number: string | null;
  title: string;
  reason: string | null;
  mergedAt: Date | null;
  files: readonly { id: string; name: string }[];
}

interface Props {
  t: Translate;
  locale: Locale;
  portal: 'desk' | 'my';
  companyId: string;
  links: readonly Linked[];
  merged: readonly Merged[];
  /** What may be done with a link. */
  act?: (link: Linked) => ReactNode;
}

/** 相关办件: what belongs together with a request, and the duplicates that were merged into it with all they brought along. */
export function Related({ t, locale, portal, companyId, links, merged, act }: Props) {
  if (links.length === 0 && merged.length === 0) return null;
  return (
    <Card title={t('file.related')} body="bare" id="related" className="mt-4">
      <ul className="divide-y divide-line border-t border-line">
        {merged.map((one) => (
          <li key={one.id} className="px-(--pad) py-3">
            <a className="link" href={`/${portal}/requests/${one.id}`}>
              <span className="num">{one.number}</span> {one.title}
            </a>
            <p className="text-sm text-ink-2">{t('file.mergedHere', { day: one.mergedAt === null ? '' : formatDay(dayOf(one.mergedAt), locale), reason: one.reason ?? '' })}</p>
            {one.files.length > 0 && (
              <ul className="mt-1 grid gap-1" aria-label={t('file.mergedFiles', { number: one.number })}>
                {one.files.map((file) => (
                  <li key={file.id} className="flex items-center gap-2">
                    <Icon name="file" size={14} />
                    <a className="link break-words" href={`/api/files/${file.id}`} download>
                      {file.name}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
        {links.map((one) => {
          const state = stateWords(t, one.state, one.duplicateOf);
          return (
            <li key={one.id} className="flex flex-wrap items-start justify-between gap-2 px-(--pad) py-3">
              <div className="min-w-0">
                <span className="flex flex-wrap items-center gap-2">
                  <a className="link" href={`/${portal}/requests/${one.request}`}>
                    <span className="num">{one.number}</span> {one.title}
                  </a>
                  <StatePill tone={state.tone}>{state.text}</StatePill>
                </span>
                {one.companyId !== companyId && <p>{one.company}</p>}
                <p className="text-sm text-ink-2">{t('file.linkedBy', { who: one.linkedBy ?? t('file.missing'), day: formatDay(dayOf(one.linkedAt), locale), reason: one.reason })}</p>
              </div>
              {act?.(one)}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
