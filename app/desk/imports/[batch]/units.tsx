import { formLabels, hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { RadioField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { Card } from '@/components/ui/card';
import { fenOf, type UnitQuestion, unitsOffered } from '@/lib/imports/money-units';
import type { SheetSpec } from '@/lib/imports/sheet-spec';
import { formatWan } from '@/lib/kernel/money';
import { answerUnitsAction } from '../actions';
import { labelOf } from './labels';

interface Props {
  batch: string;
  spec: SheetSpec;
  questions: readonly UnitQuestion[];
  columns: readonly { index: number; letter: string; header: string; samples: string[] }[];
}

/** Columns of money whose unit nothing says, or whose amounts no company has: each is asked about before anything is written. */
export async function Units({ batch, spec, questions, columns }: Props) {
  const [t, companies, locale] = [await getT('imports'), await getT('companies'), await getLocale()];
  return (
    <Card id="units" title={t('units.title')} note={t('units.note')}>
      <Form wide action={answerUnitsAction} hidden={await hiddenFields()} labels={await formLabels(t('units.act'), { leave: false })}>
        <HiddenInputs more={{ batch }} />
        {questions.map((question) => {
          const column = columns.find((one) => one.index === question.index);
          const name = `${column?.letter ?? ''} ${column?.header === '' || column === undefined ? labelOf(spec, question.key, locale) : column.header}`.trim();
          const samples = column?.samples.join(' · ') ?? '';
          return (
            <RadioField
              key={question.index}
              name={`u${question.index}`}
              label={t('units.ask', { column: name })}
              hint={t(`units.${question.why}`, { samples, unit: t(`unit.${question.named ?? 'wan'}`) })}
              required
              value={question.suggested}
              options={unitsOffered(question).map((unit) => ({
                value: unit,
                label: unit === question.suggested ? t('units.suggested', { unit: t(`unit.${unit}`) }) : t(`unit.${unit}`),
                note: t('units.makes', { middle: question.middle, amount: companies('wan', { amount: formatWan(fenOf(question.middle, unit)) }) }),
              }))}
            />
          );
        })}
      </Form>
    </Card>
  );
}
