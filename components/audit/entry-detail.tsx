import { Card } from '@/components/ui/card';
import { DefinitionList, type Fact } from '@/components/ui/facts';
import { Table, Td, Th } from '@/components/ui/table';
import type { Translate } from '@/lib/kernel/i18n';

type Values = Record<string, unknown> | null;

/** Before and after side by side, what differs first. `hidden` where the reader may not see them. */
export function EntryChanges({ t, before, after, hidden }: { t: Translate; before: Values; after: Values; hidden: boolean }) {
  if (hidden) return <Card title={t('detail.changes')}>{t('detail.hidden')}</Card>;
  if (before === null && after === null) return <Card title={t('detail.changes')}>{t('detail.noChanges')}</Card>;
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const differs = (key: string) => shown(before?.[key]) !== shown(after?.[key]);
  const ordered = [...keys.filter(differs), ...keys.filter((key) => !differs(key))];
  return (
    <Card title={t('detail.changes')} note={t('detail.masked')} body="bare">
      <Table caption={t('detail.changes')}>
        <thead>
          <tr>
            <Th>{t('detail.field')}</Th>
            <Th>{t('detail.before')}</Th>
            <Th>{t('detail.after')}</Th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((key) => (
            <tr key={key} className={differs(key) ? undefined : 'text-ink-3'}>
              <Th scope="row">{key}</Th>
              <Td>{shown(before?.[key])}</Td>
              <Td>{shown(after?.[key])}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'object' && 'masked' in value && typeof value.masked === 'string') return value.masked;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** A short list of facts in a card. */
export function EntryFacts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <Card title={title}>
      <DefinitionList facts={facts} />
    </Card>
  );
}
