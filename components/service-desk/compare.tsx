import { Pill } from '@/components/ui/pill';
import { Table, Td, Th } from '@/components/ui/table';
import type { Translate } from '@/lib/kernel/i18n';
import type { ItemField } from '@/lib/service-desk/inputs/item';
import { differences } from '@/lib/service-desk/rules/answers';
import { answerWords } from './content';

interface Written {
  title: string;
  body: string;
  answers: Readonly<Record<string, string>>;
}

/** What the desk typed beside what stands there now, row by row; what changed is marked. */
export function Compare({ t, english, fields, typed, now }: { t: Translate; english: boolean; fields: readonly ItemField[]; typed: Written; now: Written }) {
  const changed = differences(typed, now);
  if (changed.length === 0) return <p className="mt-3 text-sm text-ink-2">{t('compare.same')}</p>;
  const field = (key: string) => fields.find((one) => one.key === key);
  const label = (key: string) => {
    const own = field(key);
    return own === undefined ? t(key === 'body' ? 'file.body' : 'file.title') : english ? own.labelEn : own.label;
  };
  const words = (key: string, value: string) => {
    const own = field(key);
    return own === undefined ? (value === '' ? t('file.missing') : value) : answerWords(t, english, own, value);
  };
  return (
    <div className="mt-4">
      <Table caption={t('file.confirmation')}>
        <thead>
          <tr>
            <Th>{t('compare.field')}</Th>
            <Th>{t('compare.typed')}</Th>
            <Th>{t('compare.now')}</Th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ key, before, after }) => (
            <tr key={key}>
              <Td>
                {label(key)} <Pill tone="due">{t('compare.changed')}</Pill>
              </Td>
              <Td>{words(key, before)}</Td>
              <Td>{words(key, after)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
