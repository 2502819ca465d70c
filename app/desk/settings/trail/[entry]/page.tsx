import type { Metadata } from 'next';
import { EntryPage } from '@/app/_server/entry-page';
import { trail } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { canSeeChanges } from '@/lib/audit/policy';
import { getEntry } from '@/lib/audit/queries';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('audit'))('detail.title') };
}

export default async function TrailEntryPage({ params }: { params: Promise<{ entry: string }> }) {
  const { entry: id } = await params;
  const { entry, showsChanges } = await read(trail, async (ctx) => ({
    entry: found(isId(id) ? await getEntry(ctx, id) : null),
    showsChanges: canSeeChanges(ctx.actor),
  }));
  return <EntryPage entry={entry} back="/desk/settings/trail" showsChanges={showsChanges} />;
}
