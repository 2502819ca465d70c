import { asc, isNull } from 'drizzle-orm';
import { serviceItems } from '@/db/schema/service-desk';
import type { Ctx } from '@/lib/kernel/context';

const shape = {
  id: serviceItems.id,
  key: serviceItems.key,
  name: serviceItems.name,
  nameEn: serviceItems.nameEn,
  description: serviceItems.description,
  descriptionEn: serviceItems.descriptionEn,
  acceptanceDays: serviceItems.acceptanceDays,
  promisedDays: serviceItems.promisedDays,
  fields: serviceItems.fields,
  filesRequired: serviceItems.filesRequired,
};

/** What can be asked for now, in the center's order. */
export async function listItems(ctx: Ctx) {
  return ctx.db.select(shape).from(serviceItems).where(isNull(serviceItems.closedAt)).orderBy(asc(serviceItems.position), asc(serviceItems.id));
}
