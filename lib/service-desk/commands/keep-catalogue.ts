import { type ItemField, serviceItems } from '@/db/schema/service-desk';
import type { Db } from '@/db/client';
import { type Translate, translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';
import { type FirstItem, firstItems } from '../inputs';

interface Beginning {
  acceptanceDays: number;
  promisedDays: number;
  filesRequired?: boolean;
  fields: readonly Pick<ItemField, 'key' | 'kind' | 'required'>[];
}

const beginnings: Record<FirstItem, Beginning> = {
  consultation: { acceptanceDays: 1, promisedDays: 3, fields: [] },
  materials: { acceptanceDays: 1, promisedDays: 5, filesRequired: true, fields: [{ key: 'purpose', kind: 'line', required: true }] },
  repair: {
    acceptanceDays: 1,
    promisedDays: 2,
    fields: [
      { key: 'place', kind: 'line', required: true },
      { key: 'contact', kind: 'phone', required: true },
      { key: 'when', kind: 'line', required: false },
    ],
  },
};

/** Gives a center the items every center begins with; what is there already stays as it is. @returns how many were added */
export async function ensureCatalogue(db: Pick<Db, 'insert'>, centerId: string): Promise<number> {
  const [zh, en] = [translator('zh-CN', 'service-desk'), translator('en', 'service-desk')];
  const rows = firstItems.map((key, index) => {
    const { fields, ...days } = beginnings[key];
    return {
      centerId,
      id: newId(),
      key,
      name: zh(`catalogue.${key}.name`),
      nameEn: en(`catalogue.${key}.name`),
      description: zh(`catalogue.${key}.description`),
      descriptionEn: en(`catalogue.${key}.description`),
      ...days,
      fields: fields.map((field) => ({ ...field, ...named(zh, en, key, field.key) })),
      position: (index + 1) * 10,
    };
  });
  const added = await db
    .insert(serviceItems)
    .values(rows)
    .onConflictDoNothing({ target: [serviceItems.centerId, serviceItems.key] })
    .returning({ id: serviceItems.id });
  return added.length;
}

function named(zh: Translate, en: Translate, item: FirstItem, field: string) {
  const path = `catalogue.${item}.fields.${field}`;
  return {
    label: zh(`${path}.label`),
    labelEn: en(`${path}.label`),
    ...(zh.has(`${path}.hint`) ? { hint: zh(`${path}.hint`), hintEn: en(`${path}.hint`) } : {}),
  };
}
