import { formLabels, hiddenFields } from '@/app/_server/form';
import { getLocale, getT } from '@/app/_server/i18n';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SelectField, TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Select } from '@/components/ui/inputs';
import { Table, Td, Th } from '@/components/ui/table';
import type { getImport } from '@/lib/imports/queries';
import type { SheetSpec } from '@/lib/imports/sheet-spec';
import { adjustImportAction } from '../actions';
import { labelOf } from './labels';

type Batch = NonNullable<Awaited<ReturnType<typeof getImport>>>;

/** Where the table was found and which column is which; a person may say otherwise. */
export async function Mapping({ batch, spec }: { spec: SheetSpec; batch: Pick<Batch, 'id'> & { found: NonNullable<Batch['found']>; units: NonNullable<Batch['mapping']['units']> } }) {
  const [t, shell, locale] = [await getT('imports'), await getT('shell'), await getLocale()];
  const { found } = batch;
  const options = Object.keys(spec.columns).map((key) => ({ value: key, label: labelOf(spec, key, locale) }));
  const units = (['wan', 'yuan', 'thousand', 'yi'] as const).map((value) => ({ value, label: t(`unit.${value}`) }));
  return (
    <Form
      wide
      action={adjustImportAction}
      hidden={await hiddenFields()}
      labels={await formLabels(t('mapping.check'), { leave: false })}
      extra={
        <LinkButton variant="quiet" href={`/desk/imports/${batch.id}`}>
          {shell('form.cancel')}
        </LinkButton>
      }
    >
      <HiddenInputs more={{ batch: batch.id }} />
      <Card title={t('mapping.where')} note={t('mapping.whereNote')}>
        <div className="form-row">
          <SelectField name="sheet" label={t('mapping.sheet')} options={found.sheets.map((sheet, index) => ({ value: String(index), label: t('mapping.sheetRows', { name: sheet.name, count: sheet.rows }) }))} value={String(found.sheet)} />
          <TextField name="row" label={t('mapping.headerRow')} hint={t('mapping.headerHint')} inputMode="numeric" maxLength={6} value={found.headerRows[0] === undefined ? '' : String(found.headerRows[0])} />
        </div>
      </Card>
      {found.columns.length > 0 && (
        <Card title={t('mapping.columns')} note={t('mapping.columnsNote')} body="bare">
          <Table caption={t('mapping.columns')}>
            <thead>
              <tr>
                <Th>{t('mapping.column')}</Th>
                <Th>{t('mapping.samples')}</Th>
                <Th>{t('mapping.becomes')}</Th>
              </tr>
            </thead>
            <tbody>
              {found.columns
                .filter((column) => column.header !== '' || column.samples.length > 0)
                .map((column) => (
                  <tr key={column.index}>
                    <Td>
                      <b>{column.letter}</b> {column.header}
                      {column.unit !== null && <span className="text-ink-2"> · {t(`unit.${column.unit}`)}</span>}
                    </Td>
                    <Td>
                      <span className="text-ink-2">{column.samples.join(' · ')}</span>
                    </Td>
                    <Td>
                      <Select
                        name={`c${column.index}`}
                        aria-label={t('mapping.choose', { column: `${column.letter} ${column.header}` })}
                        placeholder={t('mapping.leaveOut')}
                        options={options}
                        defaultValue={column.key ?? ''}
                      />
                      {column.key !== null && spec.columns[column.key]?.kind.type === 'money' && (
                        <Select
                          name={`u${column.index}`}
                          aria-label={t('units.ask', { column: `${column.letter} ${column.header}` })}
                          placeholder={t('units.byHeader')}
                          options={units}
                          defaultValue={batch.units[column.index] ?? ''}
                        />
                      )}
                    </Td>
                  </tr>
                ))}
            </tbody>
          </Table>
        </Card>
      )}
    </Form>
  );
}
