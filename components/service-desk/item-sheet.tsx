import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/facts';
import { StatePill } from '@/components/ui/pill';
import type { Translate } from '@/lib/kernel/i18n';
import { outcomes } from '@/lib/service-desk/inputs';
import type { ItemField, ItemMaterial, ItemStage, OutcomeWords } from '@/lib/service-desk/inputs/item';
import { type SampleFile, Samples } from './samples';
import { outcomeSaid } from './words';

interface Item {
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  basis: string;
  basisEn: string;
  filers: readonly string[];
  channels: readonly string[];
  acceptanceDays: number;
  promisedDays: number;
  stages: readonly ItemStage[];
  fields: readonly ItemField[];
  resultTitle: string;
  outcomeWords: OutcomeWords;
  effects: readonly string[];
}

interface Props {
  t: Translate;
  roles: Translate;
  english: boolean;
  item: Item;
  materials: readonly ItemMaterial[];
  /** Materials that are on file already, by key: with what and since when. */
  onFile: ReadonlyMap<string, string>;
  /** Sample files to download, by material. */
  samples: ReadonlyMap<string, readonly SampleFile[]>;
  departments: ReadonlyMap<string, { name: string; nameEn: string }>;
}

/** An item as a company reads it before it begins: what for, what is needed, how it goes, what comes of it. */
export function ItemSheet({ t, roles, english, item, materials, onFile, samples, departments }: Props) {
  const name = (one: { name: string; nameEn: string }) => (english && one.nameEn !== '' ? one.nameEn : one.name);
  const asked = item.fields.filter(({ kind }) => kind !== 'file' && kind !== 'fact');
  return (
    <>
      <Card title={t('catalogue.what')}>
        <p>{english && item.descriptionEn !== '' ? item.descriptionEn : item.description}</p>
        <div className="mt-3">
          <DefinitionList
            facts={[
              { label: t('catalogue.basis'), value: (english ? item.basisEn : item.basis) || t('file.missing') },
              { label: t('catalogue.who'), value: item.filers.map((state) => t(`filers.${state}`)).join(english ? ', ' : '、') },
              { label: t('catalogue.days'), value: t('my.promise', { acceptance: item.acceptanceDays, promised: item.promisedDays }) },
              { label: t('catalogue.channelsLabel'), value: item.channels.map((channel) => t(`channels.${channel}`)).join(english ? ', ' : '、') },
              { label: t('catalogue.result'), value: item.resultTitle === '' ? t('catalogue.results', { item: name(item) }) : item.resultTitle },
              { label: t('catalogue.outcomes'), value: outcomes.map((outcome) => outcomeSaid(t, english, item.outcomeWords, outcome).text).join(' / ') },
              ...(item.effects.length === 0 ? [] : [{ label: t('catalogue.effects'), value: item.effects.map((effect) => t(`effects.${effect}`)).join(' / ') }]),
            ]}
          />
        </div>
      </Card>
      <Card title={t('catalogue.need')} body="bare" className="mt-4">
        {materials.length === 0 && <p className="px-(--pad) pb-3 text-ink-2">{t('catalogue.noNeed')}</p>}
        <ul className="divide-y divide-line border-t border-line">
          {materials.map((material) => {
            const known = onFile.get(material.key);
            return (
              <li key={material.key} className="flex flex-wrap items-center justify-between gap-2 px-(--pad) py-2.5">
                <span>
                  {name(material)}
                  {known !== undefined && <span className="block text-sm text-ink-2">{known}</span>}
                  <Samples t={t} samples={samples.get(material.key)} />
                </span>
                {known !== undefined ? (
                  <StatePill tone="ok">{t('catalogue.have')}</StatePill>
                ) : (
                  <StatePill tone={material.required ? 'due' : 'neutral'}>{material.required ? t('file.required') : t('act.optional')}</StatePill>
                )}
              </li>
            );
          })}
        </ul>
        {asked.length > 0 && (
          <p className="border-t border-line px-(--pad) py-3 text-sm text-ink-2">
            {t('catalogue.fields')}: {asked.map((field) => (english ? field.labelEn : field.label)).join(english ? ', ' : '、')}
          </p>
        )}
      </Card>
      <Card title={t('catalogue.steps')} body="bare" className="mt-4">
        {item.stages.map((stage, position) => (
          <section key={stage.name} className="border-t border-line px-(--pad) py-2.5">
            <h3 className="text-sm font-medium text-ink-2">{t('lanes.stage', { n: position + 1, name: name(stage) })}</h3>
            <ul>
              {stage.lanes.map((lane) => {
                const department = lane.departmentId === null ? undefined : departments.get(lane.departmentId);
                const who = department !== undefined ? name(department) : lane.role !== null ? roles(`roles.${lane.role}`) : t('parties.holder');
                return (
                  <li key={lane.key} className="flex flex-wrap justify-between gap-2 py-1">
                    <span>{name(lane)}</span>
                    <span className="text-ink-2">
                      {who} · {t('lanes.days', { days: lane.days })}
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </Card>
    </>
  );
}
