import { PostButton } from '@/components/form/plain-form';
import { SavedViews, SaveView } from '@/components/list/list-page';
import { whenKnown } from '@/components/ui/eventually';
import type { View } from '@/lib/people/queries/views';
import { hiddenFields } from './form';
import { getT } from './i18n';
import { removeViewAction, saveViewAction } from './view-actions';

/**
 * The reader's saved views of a list, and saving the one shown. Stands at the end of a `FilterBar`.
 * `page` names the list, `query` is what the list shows now (`list.toSearch(params, { page: 1 })`), `views` come from listViews.
 */
export function ListViews({ page, path, query, views }: { page: string; path: string; query: string; views: readonly View[] }) {
  return whenKnown(getT('list'), (t) =>
    whenKnown(hiddenFields(), (hidden) => {
      const now = views.find((view) => view.query === query);
      const all = [{ name: t('viewNow'), href: path, current: query === '' }, ...views.map((view) => ({ name: view.name, href: path + view.query, current: view === now }))];
      return (
        <>
          {views.length > 0 && <SavedViews label={t('views')} now={now?.name ?? t('viewNow')} views={all} />}
          {now !== undefined && (
            <PostButton action={removeViewAction} hidden={hidden} values={{ id: now.id }} variant="quiet">
              {t('remove')}
            </PostButton>
          )}
          {now === undefined && query !== '' && (
            <SaveView
              action={saveViewAction}
              hidden={hidden}
              values={{ page, query }}
              labels={{ open: t('saveView'), name: t('viewName'), save: t('save') }}
            />
          )}
        </>
      );
    }),
  );
}
