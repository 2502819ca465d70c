import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { Pill } from '@/components/ui/pill';
import { Sub, Table, Td, Th } from '@/components/ui/table';
import { consentScenes, consentVersions, dueToErase, personalPurposes } from '@/lib/companies/personal';
import { contactsDue, listErasures } from '@/lib/companies/queries/personal';
import { formatMoment } from '@/lib/kernel/date-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('privacy'))('title') };
}

const MOST = 50;

/** 个人信息: what is held of people, why, on what ground and how long; who is due to be deleted; what was. */
export default async function PrivacyPage() {
  const { due, erased } = await read(businessAndAuditor, async (ctx) => ({ due: await contactsDue(ctx, MOST), erased: await listErasures(ctx, MOST) }));
  const [t, shell, centers, locale] = [await getT('privacy'), await getT('shell'), await getT('centers'), await getLocale()];
  return (
    <>
      <PageHead title={t('title')} meta={t('note')} crumbs={{ label: shell('crumbs'), items: [{ label: centers('settings.title'), href: '/desk/settings' }, { label: t('title') }] }} />
      <div className="grid gap-4">
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
            due.map((one) => (
              <a key={one.id} className="row" href={`/desk/companies/${one.companyId}/contacts/${one.id}/personal`}>
                <span>
                  {one.name}
                  <Sub>{one.company}</Sub>
                </span>
                <span className="num text-due">{t('dueSince', { day: dueToErase(one.leftOn) ?? '' })}</span>
              </a>
            ))
          )}
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
