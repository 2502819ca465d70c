import { inCenter, listCenters } from '@/lib/centers/queries';
import type { OperatorActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';

export type CenterChoice = Awaited<ReturnType<typeof listCenters>>[number];

/** The center an operator's list looks into: the one in the address, else the first. Null while there is none. */
export async function chosenCenter(ctx: Ctx, asked: string | string[] | undefined): Promise<{ centers: CenterChoice[]; center: CenterChoice; inside: Ctx<OperatorActor> } | null> {
  const centers = await listCenters(ctx);
  const [first] = centers;
  if (first === undefined) return null;
  const id = typeof asked === 'string' && asked !== '' ? asked : first.id;
  const center = found(isId(id) ? centers.find((row) => row.id === id) : null);
  return { centers, center, inside: await inCenter(ctx, center.id) };
}
