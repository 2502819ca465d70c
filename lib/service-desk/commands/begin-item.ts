import { desc, eq, max } from 'drizzle-orm';
import type { z } from 'zod';
import { serviceItems, serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { translator } from '@/lib/kernel/i18n';
import { itemDrafted } from '../entries';
import type { BeginItem } from '../inputs';
import type { ItemStage } from '../inputs/item';
import { canKeepCatalogue } from '../policy';
import { wantedMaterials } from '../queries/materials';
import { layOutSamples } from './samples';

/** One stage with one lane of whoever holds the request: the least an item can be. */
function plainStages(): ItemStage[] {
  const [zh, en] = [translator('zh-CN', 'service-desk'), translator('en', 'service-desk')];
  const words = (key: string) => ({ name: zh(key), nameEn: en(key) });
  return [{ ...words('catalogue.firstStage'), lanes: [{ key: 'l1', ...words('catalogue.firstLane'), days: 3, checklist: [], decides: 'anyone', party: 'holder', departmentId: null, role: null }] }];
}

/**
 * A new item as a draft, worded like another one where that is wanted; nobody sees it before it is published. What granting
 * brings about elsewhere is not taken along: the product knows of each such act one way in.
 * @throws RuleError when the item it is to be like isn't there
 */
export async function beginItem(ctx: Ctx, { name, nameEn, like }: z.output<typeof BeginItem>): Promise<{ id: string }> {
  allow(canKeepCatalogue(ctx.actor));
  const [model] = like === null ? [] : await ctx.db.select().from(serviceItemVersions).where(eq(serviceItemVersions.itemId, like)).orderBy(desc(serviceItemVersions.number)).limit(1);
  ensure(like === null || model !== undefined, 'notFound', { field: 'like' });
  const [last] = await ctx.db.select({ position: max(serviceItems.position) }).from(serviceItems);
  const [id, draft] = [newId(), newId()];
  const made = { centerId: centerOf(ctx.actor), createdAt: ctx.now, createdBy: membershipOf(ctx.actor), updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) };
  await ctx.db.insert(serviceItems).values({ ...made, id, key: `own-${id}`, position: (last?.position ?? 0) + 10 });
  const content =
    model === undefined
      ? { promisedDays: 3, stages: plainStages() }
      : {
          description: model.description, descriptionEn: model.descriptionEn, basis: model.basis, basisEn: model.basisEn, situations: model.situations, filers: model.filers, materials: model.materials,
          fields: model.fields, asksBody: model.asksBody, acceptanceDays: model.acceptanceDays, promisedDays: model.promisedDays, stages: model.stages, resultTitle: model.resultTitle,
          resultText: model.resultText, outcomeWords: model.outcomeWords, channels: model.channels,
        };
  await ctx.db.insert(serviceItemVersions).values({ ...made, ...content, id: draft, itemId: id, number: 1, state: 'draft', name, nameEn });
  if (model !== undefined) await layOutSamples(ctx, draft, wantedMaterials(model).map(({ key }) => key), model.id);
  await record(ctx, itemDrafted, { subject: { type: 'item', id }, data: { item: id, name, version: 1 } });
  return { id };
}
