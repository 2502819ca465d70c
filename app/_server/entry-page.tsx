import { EntryChanges, EntryFacts } from '@/components/audit/entry-detail';
import { FileLayout } from '@/components/page/file-layout';
import { PageHead } from '@/components/page/page-head';
import type { getEntry } from '@/lib/audit/queries';
import { formatMoment } from '@/lib/kernel/date-text';
import { getLocale, getT } from './i18n';
import { trailLines } from './trail';

type Entry = NonNullable<Awaited<ReturnType<typeof getEntry>>>;

/** One entry in full: the center's trail and the operator's show the same. */
export async function EntryPage({ entry, back, showsChanges }: { entry: Entry; back: string; showsChanges: boolean }) {
  const [t, list, shell, locale] = [await getT('audit'), await getT('list'), await getT('shell'), await getLocale()];
  const [line] = await trailLines([entry]);
  const missing = list('missing');
  const readers = [entry.forCenter && t('detail.center'), entry.forCompany && t('detail.company'), entry.forMentor && t('detail.mentor')].filter((one) => one !== false);
  return (
    <>
      <PageHead title={line?.text ?? entry.name} crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: back }, { label: t('detail.title') }] }} />
      <FileLayout
        sideLabel={t('detail.chain')}
        side={
          <EntryFacts
            title={t('detail.chain')}
            facts={
              entry.sequence === null || entry.sealedAt === null
                ? [{ label: t('detail.hash'), value: t('detail.waiting') }]
                : [
                    { label: t('detail.sequence', { sequence: entry.sequence }), value: t('detail.sealedAt', { when: formatMoment(entry.sealedAt, locale) }) },
                    { label: t('detail.hash'), value: <span className="num break-all text-sm">{entry.hash}</span> },
                  ]
            }
          />
        }
      >
        <EntryFacts
          title={t('detail.facts')}
          facts={[
            { label: t('when'), value: line?.when ?? missing },
            { label: t('who'), value: `${line?.who ?? missing} · ${line?.role ?? missing}` },
            { label: t('address'), value: line?.address ?? missing },
            { label: t('detail.audience'), value: readers.length === 0 ? t('detail.auditorOnly') : readers.join(' · ') },
            { label: t('detail.name'), value: <code>{entry.name}</code> },
            { label: t('detail.requestId'), value: <span className="num break-all">{entry.requestId}</span> },
          ]}
        />
        <EntryChanges t={t} before={entry.before} after={entry.after} hidden={!showsChanges} />
      </FileLayout>
    </>
  );
}
