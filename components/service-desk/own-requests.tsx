import { DataTable } from '@/components/list/data-table';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { Pill, StatePill, Toned } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import type { Clock } from '@/lib/service-desk/rules';
import { lineWords, type Placed, stateWords } from './words';

export interface OwnRequest extends Placed {
  id: string;
  number: string | null;
  title: string;
  item: string;
  itemEn: string;
  updatedAt: Date;
  clock: Clock;
  duplicateOf: string | null;
  /** How many messages on it the reader hasn't seen. */
  unread?: number;
}

/** A company's requests: where each one is, in one line. */
export function OwnRequests({ t, locale, rows, filtered = false }: { t: Translate; locale: Locale; rows: readonly OwnRequest[]; filtered?: boolean }) {
  return (
    <DataTable
      caption={t('my.title')}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/my/requests/${row.id}`}
      columns={[
        {
          key: 'request',
          head: t('list.request'),
          width: '32%',
          cell: (row) => (
            <>
              {row.title === '' ? t('my.untitled') : row.title}
              {row.unread !== undefined && row.unread > 0 && (
                <>
                  {' '}
                  <Pill tone="accent">{t('my.unread', { count: row.unread })}</Pill>
                </>
              )}
              <Sub>
                {locale === 'en' ? row.itemEn : row.item}
                {row.number !== null && (
                  <>
                    {' · '}
                    <span className="num whitespace-nowrap">{row.number}</span>
                  </>
                )}
              </Sub>
            </>
          ),
        },
        {
          key: 'state',
          head: t('list.state'),
          phone: 'bare',
          cell: (row) => {
            const state = stateWords(t, row.state, row.duplicateOf);
            return <StatePill tone={state.tone}>{state.text}</StatePill>;
          },
        },
        {
          key: 'where',
          head: t('my.where'),
          phone: 'full',
          cell: (row) => {
            const { line, left } = lineWords(t, locale, row.clock, row, 'my');
            return (
              <>
                {line}
                {left !== null && (
                  <>
                    {' '}
                    <Toned tone={left.tone}>{left.text}</Toned>
                  </>
                )}
              </>
            );
          },
        },
        { key: 'updated', head: t('my.updated'), phone: 'hide', cell: (row) => <span className="num whitespace-nowrap">{formatDay(dayOf(row.updatedAt), locale)}</span> },
      ]}
      empty={
        filtered ? (
          <EmptyState title={t('list.empty')} />
        ) : (
          <EmptyState
            title={t('my.empty')}
            action={
              <LinkButton href="/my/requests/new" variant="primary">
                {t('my.new')}
              </LinkButton>
            }
          >
            {t('my.emptyNote')}
          </EmptyState>
        )
      }
    />
  );
}
