import type { ReactNode } from 'react';
import { getT } from '@/app/_server/i18n';
import { CompanyStatePill } from '@/components/companies/state';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Tabs } from '@/components/ui/tabs';
import { canEditCompanies } from '@/lib/companies/policy';
import { type CompanyFile, getCompany, peopleOfCompany } from '@/lib/companies/queries/file';
import { monthsBetween } from '@/lib/companies/rules';
import { countFiles } from '@/lib/files/queries';
import { formatArea } from '@/lib/kernel/area';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { requestsOfCompany } from '@/lib/service-desk/queries/list';

export interface CompanyHeadFacts {
  company: CompanyFile;
  counts: { requests: number; people: number; files: number };
  mayEdit: boolean;
  today: Day;
}

/** What every tab of a company's file shows above itself. @throws NotFoundError */
export async function loadHead(ctx: Ctx, id: string): Promise<CompanyHeadFacts> {
  const company = found(await getCompany(ctx, id));
  return {
    company,
    counts: {
      requests: (await requestsOfCompany(ctx, company.id, 1)).total,
      people: (await peopleOfCompany(ctx, company.id)).members.length,
      files: await countFiles(ctx, { type: 'company', id: company.id }),
    },
    mayEdit: canEditCompanies(ctx.actor),
    today: dayOf(ctx.now),
  };
}

export type CompanyTab = 'overview' | 'road' | 'profile' | 'facts' | 'ip' | 'people' | 'visits' | 'files' | 'history';

export async function CompanyHead({ head, tab, actions }: { head: CompanyHeadFacts; tab: CompanyTab; actions?: ReactNode }) {
  const [t, shell] = [await getT('companies'), await getT('shell')];
  const { company, counts, today } = head;
  const file = `/desk/companies/${company.id}`;
  const place = [company.carrier, company.room].filter(Boolean).join(' ');
  const area = company.area === null ? '' : t('areaInBrackets', { area: formatArea(company.area) });
  const tabs = [
    { key: 'overview', href: file },
    { key: 'road', href: `${file}/road` },
    { key: 'requests', href: `/desk/requests?company=${company.id}&show=all`, count: counts.requests },
    { key: 'visits', href: `${file}/visits` },
    { key: 'profile', href: `${file}/profile` },
    { key: 'facts', href: `${file}/facts` },
    { key: 'ip', href: `${file}/ip` },
    { key: 'people', href: `${file}/people`, count: counts.people },
    { key: 'files', href: `${file}/files`, count: counts.files },
    { key: 'history', href: `${file}/history` },
  ];
  return (
    <>
      <PageHead
        file
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/companies' }] }}
        title={company.name}
        state={<CompanyStatePill state={company.state} label={t(`states.${company.state}`)} />}
        meta={
          <MetaLine
            items={[
              company.creditCode ?? t('noCode'),
              company.leadingIndustry === null ? null : t(`leading.${company.leadingIndustry}`),
              place === '' ? null : `${place}${area}`,
              company.state === 'incubating' && company.admittedOn !== null ? t('monthsIn', { months: monthsBetween(company.admittedOn, today) }) : null,
            ]}
          />
        }
        actions={
          <>
            {head.mayEdit && <LinkButton href={`${file}/edit`}>{t('edit')}</LinkButton>}
            {actions}
          </>
        }
      />
      <Tabs
        label={t('tabs.label')}
        tabs={tabs.map(({ key, href, count }) => ({ href, label: t(`tabs.${key}`), current: key === tab, ...(count === undefined || count === 0 ? {} : { count }) }))}
      />
    </>
  );
}
