import { DefinitionList } from '@/components/ui/facts';
import type { LeadingIndustry } from '@/lib/companies/inputs';
import { formatArea } from '@/lib/kernel/area';
import type { Translate } from '@/lib/kernel/i18n';
import { formatWan } from '@/lib/kernel/money';

interface Register {
  creditCode: string | null;
  registrationNumber: string | null;
  legalRepresentative: string | null;
  registeredCapitalFen: bigint | null;
  establishedOn: string | null;
  industry: string | null;
  leadingIndustry: LeadingIndustry | null;
  carrier: string | null;
  room: string | null;
  /** Hundredths of a square metre. */
  area: number | null;
  admittedOn: string | null;
  leftOn: string | null;
  address: string | null;
  shortName: string;
}

/** What the register says of a company. `t` is the `companies` namespace. */
export function CompanyFacts({ company, t, missing }: { company: Register; t: Translate; missing: string }) {
  const text = (value: string | null) => (value === null || value === '' ? missing : value);
  const day = (value: string | null) => <span className="num">{value ?? missing}</span>;
  return (
    <DefinitionList
      columns={2}
      facts={[
        { label: t('field.creditCode'), value: <span className="num">{text(company.creditCode)}</span> },
        { label: t('field.legalRepresentative'), value: text(company.legalRepresentative) },
        {
          label: t('field.registeredCapital'),
          value: <span className="num">{company.registeredCapitalFen === null ? missing : t('wan', { amount: formatWan(company.registeredCapitalFen) })}</span>,
        },
        { label: t('field.establishedOn'), value: day(company.establishedOn) },
        { label: t('field.industry'), value: text(company.industry) },
        { label: t('field.leadingIndustry'), value: company.leadingIndustry === null ? missing : t(`leading.${company.leadingIndustry}`) },
        { label: t('field.carrier'), value: text(company.carrier) },
        { label: t('field.room'), value: text(company.room) },
        { label: t('field.area'), value: <span className="num">{company.area === null ? missing : `${formatArea(company.area)} ${t('unit.area')}`}</span> },
        { label: t('field.admittedOn'), value: day(company.admittedOn) },
        ...(company.leftOn === null ? [] : [{ label: t('field.leftOn'), value: day(company.leftOn) }]),
        ...(company.registrationNumber === null ? [] : [{ label: t('field.registrationNumber'), value: <span className="num">{company.registrationNumber}</span> }]),
        { label: t('field.address'), value: text(company.address) },
        ...(company.shortName === '' ? [] : [{ label: t('field.shortName'), value: company.shortName }]),
      ]}
    />
  );
}
