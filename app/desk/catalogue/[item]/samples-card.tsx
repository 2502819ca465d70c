import { SubjectFiles } from '@/app/_server/files';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { Card } from '@/components/ui/card';
import type { FileLine } from '@/lib/files/queries';
import type { ItemField, ItemMaterial } from '@/lib/service-desk/inputs/item';
import { wantedMaterials } from '@/lib/service-desk/queries/materials';

/** 样表 of a version that is being worded: under each material what companies will download to see how it is filled in. */
export async function SamplesCard({ item, places, path }: { item: { materials: ItemMaterial[]; fields: ItemField[] }; places: readonly { id: string; key: string; files: FileLine[] }[]; path: string }) {
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const wanted = wantedMaterials(item);
  if (wanted.length === 0) return null;
  return (
    <Card title={t('catalogue.samples')} note={t('catalogue.samplesNote')} id="samples" body="bare" className="mt-4">
      <ul className="divide-y divide-line border-t border-line">
        {wanted.map((material) => {
          const place = places.find(({ key }) => key === material.key);
          return (
            <li key={material.key} className="grid gap-2 px-(--pad) py-3">
              <b className="font-medium">{nameIn(locale, material)}</b>
              {place !== undefined && <SubjectFiles subject={{ type: 'item-sample', id: place.id }} files={place.files} mayAdd mayRemove path={`${path}#samples`} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
