import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { business } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { factText } from '@/components/companies/fact-table';
import { isProfile, profileText } from '@/components/companies/profile-facts';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { PageHead } from '@/components/page/page-head';
import { Button, LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Sub, Table, Td, Th } from '@/components/ui/table';
import { type FactKey, unitOf } from '@/lib/companies/inputs/facts';
import { fieldsBetween, isEmpty, isSame, type MergeField } from '@/lib/companies/merge';
import { canMergeCompanies } from '@/lib/companies/policy';
import { type CompanyFile, getCompany } from '@/lib/companies/queries/file';
import type { IpRow } from '@/lib/companies/queries/ip';
import { clashesOf, likelyDoubles } from '@/lib/companies/queries/merges';
import { searchCompanies } from '@/lib/companies/queries/search';
import type { RightField } from '@/lib/companies/rules/clashes';
import { formatArea } from '@/lib/kernel/area';
import { allow, found } from '@/lib/kernel/errors';
import { formatWan } from '@/lib/kernel/money';
import type { Translate } from '@/lib/kernel/i18n';
import { mergeCompaniesAction } from '../../actions';
import { ownValue } from '../../own-value';

/** One line of the choice: what each file says, and what becomes of the other's. */
interface Row {
  key: string;
  label: string;
  mine: string;
  theirs: string;
  how: 'stays' | 'fills' | 'joins' | 'choose';
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('merge'))('title') };
}

function MergeHead({ t }: { t: Translate }) {
  return (
    <thead>
      <tr>
        <Th>{t('field')}</Th>
        <Th>{t('goesOn')}</Th>
        <Th>{t('takeOther')}</Th>
      </tr>
    </thead>
  );
}

/** Two files of one company side by side: which one goes on, and in which fields the other is right. */
export default async function MergePage({ params, searchParams }: { params: Promise<{ company: string }>; searchParams: Promise<{ with?: string; q?: string }> }) {
  const [{ company: id }, search] = [await params, await searchParams];
  const typed = typeof search.q === 'string' ? search.q.slice(0, 100).trim() : '';
  const { company, other, clashes, choices } = await read(business, async (ctx) => {
    allow(canMergeCompanies(ctx.actor));
    const mine = found(await getCompany(ctx, id));
    const theirs = typeof search.with === 'string' && search.with !== mine.id ? await getCompany(ctx, search.with) : null;
    const offered = theirs !== null ? [] : typed === '' ? await likelyDoubles(ctx, mine.id) : (await searchCompanies(ctx, typed, 10)).filter((one) => one.id !== mine.id);
    return { company: mine, other: theirs, clashes: theirs === null ? null : await clashesOf(ctx, mine.id, theirs.id), choices: offered };
  });
  const [t, companies, shell, list] = [await getT('merge'), await getT('companies'), await getT('shell'), await getT('list')];
  const [profile, roadWords, facts, ip, ownWords, locale] = [await getT('profile'), await getT('road'), await getT('facts'), await getT('ip'), await getT('fields'), await getLocale()];
  const file = `/desk/companies/${company.id}`;
  const here = `${file}/merge`;
  const head = <PageHead title={t('title')} crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: '/desk/companies' }, { label: company.name, href: file }, { label: t('title') }] }} />;
  if (other === null || clashes === null) {
    return (
      <>
        {head}
        <div className="grid max-w-3xl gap-4">
          {search.with === company.id && <Notice tone="late" title={t('errors.merge.same')} />}
          <Card title={t('choose')} note={t('chooseNote', { name: company.name })}>
            <form action={here} method="get" className="flex flex-wrap items-end gap-2">
              <label className="field field-search">
                <span>{t('other')}</span>
                <input type="search" name="q" defaultValue={typed} placeholder={companies('keyword')} maxLength={100} />
              </label>
              <Button type="submit">{t('find')}</Button>
            </form>
          </Card>
          <Card title={typed === '' ? t('likely') : t('found')} body="rows">
            {choices.length === 0 ? (
              <p className="row text-ink-2">{t('nobody')}</p>
            ) : (
              choices.map((one) => (
                <a key={one.id} className="row" href={`${here}?with=${one.id}`}>
                  <span>
                    {one.name}
                    <Sub>
                      <span className="num">{one.creditCode ?? companies('noCode')}</span>
                    </Sub>
                  </span>
                  <span className="text-ink-2">{companies(`states.${one.state}`)}</span>
                </a>
              ))
            )}
          </Card>
        </div>
      </>
    );
  }
  const road = (one: CompanyFile) => [companies(`states.${one.state}`), one.admittedOn, one.leftOn, one.carrier].filter((part) => part !== null).join(' · ');
  const label = (key: MergeField) => {
    if (key === 'termField') return roadWords('termField.label');
    if (isProfile(key)) return profile(`field.${key}`);
    return companies(`field.${key === 'registeredCapitalFen' ? 'registeredCapital' : key === 'carrierId' ? 'carrier' : key}`);
  };
  const show = (one: CompanyFile, key: MergeField): string => {
    const value = one[key];
    if (isEmpty(value)) return list('missing');
    if (isProfile(key)) return profileText({ t: profile, locale, missing: list('missing') }, key, one[key]);
    if (key === 'registeredCapitalFen' && typeof value === 'bigint') return companies('wan', { amount: formatWan(value) });
    if (key === 'area' && typeof value === 'number') return `${formatArea(value)} ${companies('unit.area')}`;
    if (key === 'leadingIndustry') return companies(`leading.${String(value)}`);
    if (key === 'termField') return roadWords(`termField.${String(value)}`);
    if (key === 'carrierId') return one.carrier ?? list('missing');
    return String(value);
  };
  const tags = (one: CompanyFile) => (one.tags.length === 0 ? list('missing') : one.tags.join(profile('separator')));
  const rows: Row[] = [
    ...fieldsBetween(company, other)
      .filter((key) => !(isEmpty(company[key]) && isEmpty(other[key])))
      .map((key) => ({ key, label: label(key), mine: show(company, key), theirs: show(other, key), how: isEmpty(other[key]) || isSame(company[key], other[key]) ? ('stays' as const) : isEmpty(company[key]) ? ('fills' as const) : ('choose' as const) })),
    ...(company.tags.length + other.tags.length === 0 ? [] : [{ key: 'tags', label: companies('field.tags'), mine: tags(company), theirs: tags(other), how: other.tags.every((tag) => company.tags.includes(tag)) ? ('stays' as const) : ('joins' as const) }]),
    { key: 'road', label: t('road'), mine: road(company), theirs: road(other), how: road(company) === road(other) ? 'stays' : 'choose' },
  ];
  const amount = (key: FactKey, value: bigint) => `${factText(key, value)} ${facts(unitOf(key) === 'money' ? 'unit.wan' : 'unit.heads')}`;
  const detail = (right: IpRow, key: RightField): string => {
    const value = right[key];
    if (isEmpty(value)) return list('missing');
    if (key === 'kind') return ip(`kinds.${String(value)}`);
    if (key === 'acquired') return ip(`ways.${String(value)}`);
    return typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value);
  };
  const details = (right: IpRow, differ: readonly RightField[]) => differ.map((key) => t('detail', { field: ip(key === 'pledged' || key === 'usedBefore' ? key : `field.${key}`), value: detail(right, key) }));
  const rivals = [
    ...clashes.figures.map(({ mine, theirs }) => ({ id: theirs.id, label: t('figure', { year: theirs.year, fact: facts(`keys.${theirs.key}`) }), sub: facts(`states.${theirs.state}`), mine: [amount(mine.key, mine.value)], theirs: [amount(theirs.key, theirs.value)] })),
    ...clashes.rights.map(({ mine, theirs, differ }) => ({ id: theirs.id, label: mine.title, sub: mine.number ?? '', mine: details(mine, differ), theirs: details(theirs, differ) })),
    ...clashes.own.map(({ field, mine, theirs }) => ({ id: field.id, label: field.name, sub: ownWords('card'), mine: [ownValue(ownWords, field.kind, mine)], theirs: [ownValue(ownWords, field.kind, theirs)] })),
  ];
  return (
    <>
      {head}
      <div className="grid gap-4">
        <Notice
          tone="info"
          title={t('survives', { name: company.name, other: other.name })}
          actions={
            <LinkButton href={`/desk/companies/${other.id}/merge?with=${company.id}`} size="sm">
              {t('swap')}
            </LinkButton>
          }
        >
          {t('explain')}
        </Notice>
        <Form
          wide
          action={mergeCompaniesAction}
          hidden={await hiddenFields()}
          labels={await formLabels(t('confirm'), { leave: false })}
          extra={
            <LinkButton variant="quiet" href={here}>
              {t('another')}
            </LinkButton>
          }
        >
          <HiddenInputs more={{ company: company.id, with: other.id }} />
          <Card body="bare">
            <Table caption={t('title')}>
              <MergeHead t={t} />
              <tbody>
                {rows.map((row) => (
                  <tr key={row.key}>
                    <Td>{row.label}</Td>
                    <Td>{row.mine}</Td>
                    <Td>
                      {row.how === 'stays' ? (
                        <span className="text-ink-2">{row.theirs}</span>
                      ) : row.how === 'choose' ? (
                        <label className="flex items-baseline gap-2">
                          <input type="checkbox" className="check" name="take[]" value={row.key} />
                          <span>{row.theirs}</span>
                        </label>
                      ) : (
                        <>
                          {row.theirs}
                          <Sub>{t(row.how)}</Sub>
                        </>
                      )}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Card>
          {rivals.length > 0 && (
            <Card title={t('rivals')} note={t('rivalsNote')} body="bare">
              <Table caption={t('rivals')}>
                <MergeHead t={t} />
                <tbody>
                  {rivals.map((rival) => (
                    <tr key={rival.id}>
                      <Td>
                        {rival.label}
                        <Sub>{rival.sub}</Sub>
                      </Td>
                      <Td>
                        <Lines of={rival.mine} />
                      </Td>
                      <Td>
                        <label className="flex items-baseline gap-2">
                          <input type="checkbox" className="check" name="rows[]" value={rival.id} />
                          <span>
                            <Lines of={rival.theirs} />
                          </span>
                        </label>
                      </Td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </Card>
          )}
        </Form>
      </div>
    </>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return of.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}
