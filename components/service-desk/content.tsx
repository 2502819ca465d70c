import type { ReactNode } from 'react';
import { DefinitionList, type Fact } from '@/components/ui/facts';
import { formatYuan, parseYuan } from '@/lib/kernel/money';
import type { Translate } from '@/lib/kernel/i18n';
import type { ItemField } from '@/lib/service-desk/inputs/item';

interface Asked {
  title: string;
  body: string;
  answers: Readonly<Record<string, string>>;
  item: { fields: readonly ItemField[] };
}

/** An answer as people read it: choices by their names, money with its unit. */
export function answerWords(t: Translate, english: boolean, field: ItemField, answer: string): string {
  if (answer === '') return t('file.missing');
  const named = (value: string) => {
    const option = field.options?.find((one) => one.value === value);
    return option === undefined ? value : english ? option.labelEn : option.label;
  };
  const unit = (english ? field.unitEn : field.unit) ?? '';
  switch (field.kind) {
    case 'choice':
      return named(answer);
    case 'several':
      return answer.split('\n').map(named).join(english ? ', ' : '、');
    case 'yesno':
      return t(`field.${answer === 'yes' ? 'yes' : 'no'}`);
    case 'money': {
      const amount = parseYuan(answer);
      return amount === null ? answer : t('field.yuan', { amount: formatYuan(amount) });
    }
    case 'number':
    case 'fact':
      return unit === '' ? answer : `${answer} ${unit}`;
    case 'period':
      return answer.replace('/', ' – ');
    default:
      return answer;
  }
}

/** What the company asks for, as it wrote it. */
export function RequestContent({ t, english, request, more = [] }: { t: Translate; english: boolean; request: Asked; more?: readonly Fact[] }) {
  const long = (text: string): ReactNode => (text === '' ? t('file.missing') : <span className="break-words whitespace-pre-wrap">{text}</span>);
  return (
    <DefinitionList
      facts={[
        { label: t('file.title'), value: long(request.title) },
        ...request.item.fields
          .filter(({ kind }) => kind !== 'file')
          .map((field) => ({ label: english ? field.labelEn : field.label, value: long(answerWords(t, english, field, request.answers[field.key] ?? '')) })),
        ...(request.body === '' ? [] : [{ label: t('file.body'), value: long(request.body) }]),
        ...more,
      ]}
    />
  );
}
