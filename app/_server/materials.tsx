import { Card } from '@/components/ui/card';
import { type SampleFile, Samples } from '@/components/service-desk/samples';
import { StatePill } from '@/components/ui/pill';
import type { Translate } from '@/lib/kernel/i18n';
import type { ItemField, ItemMaterial } from '@/lib/service-desk/inputs/item';
import { type HandedIn, wantedMaterials } from '@/lib/service-desk/queries/materials';
import { SubjectFiles } from './files';

/** What an item wants, with what was handed in for each; what was given before is there already. */
export function Materials({
  t,
  english,
  item,
  handed,
  samples,
  mayAdd,
  mayRemove,
  path,
}: {
  t: Translate;
  english: boolean;
  item: { materials: readonly ItemMaterial[]; fields: readonly ItemField[] };
  handed: readonly HandedIn[];
  /** Sample files to download, by material. */
  samples: ReadonlyMap<string, readonly SampleFile[]>;
  mayAdd: boolean;
  mayRemove: boolean;
  path: string;
}) {
  const wanted = wantedMaterials(item);
  if (wanted.length === 0 || handed.length === 0) return null;
  return (
    <Card title={t('file.materials')} id="materials" body="bare" className="mt-4">
      <ul className="divide-y divide-line border-t border-line">
        {wanted.map((material) => {
          const given = handed.find(({ key }) => key === material.key);
          const count = (given?.files.length ?? 0) + (given?.reused ? 1 : 0);
          const hint = english ? material.hintEn : material.hint;
          return (
            <li key={material.key} className="grid gap-2 px-(--pad) py-3">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <b className="font-medium">{english ? material.nameEn : material.name}</b>
                {count > 0 ? (
                  <StatePill tone="ok">{t('file.given', { count })}</StatePill>
                ) : (
                  <StatePill tone={material.required ? 'due' : 'neutral'}>{material.required ? t('file.required') : t('act.optional')}</StatePill>
                )}
              </div>
              <Samples t={t} samples={samples.get(material.key)} />
              {hint !== undefined && <p className="text-sm text-ink-2">{hint}</p>}
              {given?.reused && (
                <p className="text-sm text-ok">
                  <a className="link" href={`/api/files/${given.reused.id}`} download>
                    {t('file.reused', { name: given.reused.name })}
                  </a>
                </p>
              )}
              {given !== undefined && (mayAdd || given.files.length > 0) && (
                <SubjectFiles subject={{ type: 'request-material', id: given.id }} files={given.files} mayAdd={mayAdd} mayRemove={mayRemove} path={`${path}#materials`} />
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
