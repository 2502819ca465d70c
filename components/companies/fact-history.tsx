import { Pill } from '@/components/ui/pill';
import { Sub, Table, Td, Th } from '@/components/ui/table';
import type { FactKey, FactState } from '@/lib/companies/inputs/facts';
import { formatMoment } from '@/lib/kernel/date-text';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import { FactStatePill, factText } from './fact-table';

export interface FactLine {
  id: string;
  key: FactKey;
  value: bigint;
  state: FactState;
  source: string;
  word: string;
  reason: string;
  statedBy: string | null;
  statedAt: Date;
  verifiedBy: string | null;
  verifiedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

/** Everything that was ever said about one value, the newest first: who, when, by what way, and who vouched or disputed. */
export function FactHistory({ t, locale, rows, missing }: { t: Translate; locale: Locale; rows: readonly FactLine[]; missing: string }) {
  if (rows.length === 0) return <p className="text-ink-2">{t('noHistory')}</p>;
  const who = (name: string | null, at: Date | null) => (at === null ? missing : `${name ?? missing} · ${formatMoment(at, locale)}`);
  return (
    <Table caption={t('history')}>
      <thead>
        <tr>
          <Th right>{t('value')}</Th>
          <Th>{t('state')}</Th>
          <Th>{t('stated')}</Th>
          <Th>{t('verified')}</Th>
          <Th>{t('remark')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td right>{factText(row.key, row.value)}</Td>
            <Td>
              <FactStatePill t={t} state={row.state} />
            </Td>
            <Td>
              <Pill>{t(`sources.${row.source}`)}</Pill>
              <Sub>{who(row.statedBy, row.statedAt)}</Sub>
            </Td>
            <Td>
              {who(row.verifiedBy, row.verifiedAt)}
              {row.state === 'disputed' && <Sub>{t('disputedBy', { who: who(row.decidedBy, row.decidedAt) })}</Sub>}
            </Td>
            <Td>{[row.word, row.reason].filter((text) => text !== '').join(' · ') || missing}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
