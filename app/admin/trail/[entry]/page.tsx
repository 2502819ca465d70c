import type { Metadata } from 'next';
import { EntryPage } from '@/app/_server/entry-page';
import { operator } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { chosenCenter } from '@/app/_server/operator';
import { read } from '@/app/_server/read';
import { getEntry } from '@/lib/audit/queries';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('audit'))('detail.title') };
}

interface Props {
  params: Promise<{ entry: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function OperatorEntryPage({ params, searchParams }: Props) {
  const [{ entry: id }, { center }] = [await params, await searchParams];
  const { entry, at } = await read(operator, async (ctx) => {
    const chosen = found(await chosenCenter(ctx, center));
    return { entry: found(isId(id) ? await getEntry(chosen.inside, id) : null), at: chosen.center.id };
  });
  return <EntryPage entry={entry} back={`/admin/trail?center=${at}`} showsChanges={false} />;
}
