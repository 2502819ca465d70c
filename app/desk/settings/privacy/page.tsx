import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PageHead } from '@/components/page/page-head';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Pill } from '@/components/ui/pill';
import { Sub, Table, Td, Th } from '@/components/ui/table';
import { consentScenes, consentVersions, keptYears, personalPurposes } from '@/lib/companies/personal';
import { canErasePersons } from '@/lib/companies/policy';
import { findPeople, type FoundPerson, listConsents, listErasures, peopleDue, placesOf } from '@/lib/companies/queries/privacy';
import { formatMoment } from '@/lib/kernel/date-text';
import { addMonths } from '@/lib/kernel/dates';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('privacy'))('title') };
}

const MOST = 50;
const LATEST = 10;

/** 个人信息: what is held of people, why, on what ground and how long; who is due to be deleted; what was. */
export default async function PrivacyPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  const asked = (typeof q === 'string' ? q : '').trim().slice(0, 100);
  const { due, erased, consents, people, places, maySearch } = await read(businessAndAuditor, async (ctx) => {
    const may = canErasePersons(ctx.actor);
    return {
      due: await peopleDue(ctx, MOST),
      erased: await listErasures(ctx, MOST),
      consents: await listConsents(ctx, LATEST),
      people: may && asked !== '' ? await findPeople(ctx, asked, MOST) : [],
      places: may && asked !== '' ? [...(await placesOf(ctx, asked))] : [],
      maySearch: may,
    };
  });
  const [t, shell, centers, locale] = [await getT('privacy'), await getT('shell'), await getT('centers'), await getLocale()];
  const pathOf = (one: Pick<FoundPerson, 'kind' | 'id'>) => `/desk/settings/privacy/${one.kind}/${one.id}`;
  const knownAs = (one: FoundPerson) => [t(`kinds.${one.kind}`), one.company, one.role === null ? null : shell(`roles.${one.role}`)].filter((text) => text !== null).join(' · ');
  return (
    <>
      <PageHead title={t('title')} meta={t('note')} crumbs={{ label: shell('crumbs'), items: [{ label: centers('settings.title'), href: '/desk/settings' }, { label: t('title') }] }} />
      <div className="grid gap-4">
        {maySearch && (
          <Card title={t('searchTitle')} note={t('searchNote')} id="search">
            <form method="get" action="/desk/settings/privacy" className="flex flex-wrap items-end gap-2">
              <label className="field field-search">
                <span>{t('searchLabel')}</span>
                <input type="search" name="q" defaultValue={asked} maxLength={100} />
              </label>
              <Button type="submit" variant="primary">
                {t('searchAct')}
              </Button>
            </form>
          </Card>
        )}
        {asked !== '' && maySearch && (
          <Card title={t('foundTitle', { q: asked })} body="rows">
            {people.map((one) => (
              <a key={`${one.kind} ${one.id}`} className="row" href={pathOf(one)}>
                <span>
                  {one.name}
                  <Sub>{knownAs(one)}</Sub>
                </span>
                <span className="link">{t('see')}</span>
              </a>
            ))}
            {people.length === 0 && <p className="row text-ink-2">{t('foundNone')}</p>}
            {places.length > 0 && (
              <p className="row">
                <span>{t('alsoIn')}</span>
                <span className="num text-ink-2">{places.map(([table, many]) => `${t(t.has(`tables.${table}`) ? `tables.${table}` : 'tables.other')} ${many}`).join(' · ')}</span>
              </p>
            )}
          </Card>
        )}
        <Card title={t('purposesTitle')} body="bare">
          <Table caption={t('purposesTitle')}>
            <thead>
              <tr>
                <Th>{t('field')}</Th>
                <Th>{t('purpose')}</Th>
                <Th>{t('ground')}</Th>
                <Th>{t('keep')}</Th>
              </tr>
            </thead>
            <tbody>
              {personalPurposes.map((one) => (
                <tr key={one.field}>
                  <Td>
                    {t(`fields.${one.field}`)} {one.sensitive && <Pill tone="due">{t('sensitive')}</Pill>}
                  </Td>
                  <Td>{t(`purposes.${one.field}`)}</Td>
                  <Td>{t(`grounds.${one.ground}`)}</Td>
                  <Td>{one.years === null ? t('keepPublic') : t('keepYears', { years: one.years })}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
        <Card title={t('scenesTitle')} note={t('scenesNote')} body="rows">
          {consentScenes.map((scene) => (
            <p key={scene} className="row">
              <span>
                {t(`scenes.${scene}`)}
                <Sub>{t(`texts.${scene}`)}</Sub>
              </span>
              <span className="num text-ink-2">{consentVersions[scene]}</span>
            </p>
          ))}
        </Card>
        <Card title={t('dueTitle')} note={t('dueNote')} body="rows">
          {due.length === 0 ? (
            <p className="row text-ink-2">{t('dueNone')}</p>
          ) : (
            due.map((one) => {
              const words = (
                <>
                  <span>
                    {one.name}
                    <Sub>{knownAs(one)}</Sub>
                  </span>
                  <span className="num text-due">{t('dueSince', { day: one.goneOn === null ? '' : addMonths(one.goneOn, keptYears(one.kind) * 12) })}</span>
                </>
              );
              return maySearch ? (
                <a key={`${one.kind} ${one.id}`} className="row" href={pathOf(one)}>
                  {words}
                </a>
              ) : (
                <p key={`${one.kind} ${one.id}`} className="row">
                  {words}
                </p>
              );
            })
          )}
        </Card>
        <Card title={t('register')} note={t('registerNote')} body="rows">
          {consents.length === 0 && <p className="row text-ink-2">{t('noConsent')}</p>}
          {consents.map((one) => (
            <p key={one.id} className="row">
              <span>
                {one.name ?? t('nameless')}
                <Sub>
                  {[t(`scenes.${one.scene}`), t(`kinds.${one.personKind}`), one.company, t(`ways.${one.how}`), one.evidence].filter((text) => text !== null && text !== '').join(' · ')}
                </Sub>
              </span>
              <span className="num text-ink-2">
                {t('version', { version: one.version })} · {one.withdrawnOn === null ? one.givenOn : t('withdrawn', { at: one.withdrawnOn })}
              </span>
            </p>
          ))}
        </Card>
        <Card title={t('erasedTitle')} body="rows">
          {erased.length === 0 ? (
            <p className="row text-ink-2">{t('erasedNone')}</p>
          ) : (
            erased.map((one) => (
              <p key={one.id} className="row">
                <span>{t(`reasons.${one.reason}`)}</span>
                <span className="num text-ink-2">
                  {formatMoment(one.erasedAt, locale)} · {t('rows', { count: Object.values(one.counts).reduce((sum, many) => sum + many, 0) })}
                </span>
              </p>
            ))
          )}
        </Card>
      </div>
    </>
  );
}
