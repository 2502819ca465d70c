import { getT } from '@/app/_server/i18n';
import { AskedBackField } from '@/components/form/choice-fields';
import { DateField, MoneyField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { type CompanyState, leadingIndustries, termFields } from '@/lib/companies/inputs';
import type { CompanyFile } from '@/lib/companies/queries/file';
import { formatArea } from '@/lib/kernel/area';
import { plainWan } from '@/lib/kernel/money';

type Known = Partial<Omit<CompanyFile, 'id'>>;

/** The fields of a company's file. `carriers` and `states` are given for a new one: where an old one stands follows from its road. */
export async function CompanyFormFields({ company = {}, carriers, states = [] }: { company?: Known; carriers?: readonly { id: string; name: string; closedOn: string | null }[]; states?: readonly CompanyState[] }) {
  const [t, shell, road] = [await getT('companies'), await getT('shell'), await getT('road')];
  const optional = shell('form.optional');
  const open = carriers?.filter((one) => one.closedOn === null);
  const text = (value: string | null | undefined) => value ?? undefined;
  const area = company.area === null || company.area === undefined ? undefined : formatArea(company.area).replaceAll(',', '');
  const capital = company.registeredCapitalFen === null || company.registeredCapitalFen === undefined ? undefined : plainWan(company.registeredCapitalFen);
  return (
    <>
      <TextField name="name" label={t('field.name')} required maxLength={100} value={company.name} />
      {open === undefined && <DateField name="renamedOn" label={t('field.renamedOn')} hint={t('hint.renamedOn')} optional={optional} />}
      <div className="form-row">
        <TextField name="creditCode" label={t('field.creditCode')} hint={t('hint.creditCode')} maxLength={30} value={text(company.creditCode)} />
        <TextField name="registrationNumber" label={t('field.registrationNumber')} hint={t('hint.registrationNumber')} optional={optional} maxLength={30} value={text(company.registrationNumber)} />
      </div>
      <div className="form-row">
        <TextField name="shortName" label={t('field.shortName')} optional={optional} maxLength={50} value={text(company.shortName)} />
        <TextField name="legalRepresentative" label={t('field.legalRepresentative')} maxLength={50} value={text(company.legalRepresentative)} />
      </div>
      <div className="form-row">
        <MoneyField name="registeredCapital" label={t('field.registeredCapital')} unit={t('unit.wan')} value={capital} />
        <DateField name="establishedOn" label={t('field.establishedOn')} value={text(company.establishedOn)} />
      </div>
      <AskedBackField name="sure" label={t('capitalRight')} hint={t('capitalRightHint')} />
      <TextField name="address" label={t('field.address')} maxLength={200} value={text(company.address)} />
      <div className="form-row">
        <TextField name="industry" label={t('field.industry')} maxLength={100} value={text(company.industry)} />
        <SelectField
          name="leadingIndustry"
          label={t('field.leadingIndustry')}
          placeholder={t('choose')}
          options={leadingIndustries.map((value) => ({ value, label: t(`leading.${value}`) }))}
          value={text(company.leadingIndustry)}
        />
      </div>
      {open === undefined ? (
        <SelectField
          name="termField"
          label={road('termField.label')}
          hint={road('termField.hint')}
          optional={optional}
          placeholder={t('choose')}
          options={termFields.map((value) => ({ value, label: road(`termField.${value}`) }))}
          value={text(company.termField)}
        />
      ) : (
      <div className="form-row">
        <SelectField
          name="state"
          label={t('field.state')}
          required
          options={states.map((value) => ({ value, label: t(`states.${value}`) }))}
          value="incubating"
        />
        <SelectField
          name="carrierId"
          label={t('field.carrier')}
          placeholder={t('choose')}
          options={open.map((one) => ({ value: one.id, label: one.name }))}
        />
      </div>
      )}
      <div className="form-row">
        <TextField name="room" label={t('field.room')} maxLength={50} value={text(company.room)} />
        <TextField name="area" label={t('field.area')} unit={t('unit.area')} inputMode="decimal" value={area} />
      </div>
      {open !== undefined && (
        <div className="form-row">
          <DateField name="admittedOn" label={t('field.admittedOn')} />
          <DateField name="leftOn" label={t('field.leftOn')} hint={t('hint.leftOn')} />
        </div>
      )}
      <TextField name="tags" label={t('field.tags')} hint={t('hint.tags')} optional={optional} maxLength={300} value={company.tags?.join('、')} />
      <TextareaField name="note" label={t('field.note')} optional={optional} rows={3} maxLength={2_000} value={text(company.note)} />
    </>
  );
}
