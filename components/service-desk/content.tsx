import type { ReactNode } from 'react';
import { DefinitionList, type Fact } from '@/components/ui/facts';
import type { Translate } from '@/lib/kernel/i18n';

interface Asked {
  title: string;
  body: string;
  answers: Readonly<Record<string, string>>;
  item: { fields: readonly { key: string; label: string; labelEn: string }[] };
}

/** What the company asks for, as it wrote it. */
export function RequestContent({ t, english, request, more = [] }: { t: Translate; english: boolean; request: Asked; more?: readonly Fact[] }) {
  const long = (text: string): ReactNode => (text === '' ? t('file.missing') : <span className="break-words whitespace-pre-wrap">{text}</span>);
  return (
    <DefinitionList
      facts={[
        { label: t('file.title'), value: long(request.title) },
        ...request.item.fields.map((field) => ({ label: english ? field.labelEn : field.label, value: long(request.answers[field.key] ?? '') })),
        { label: t('file.body'), value: long(request.body) },
        ...more,
      ]}
    />
  );
}
