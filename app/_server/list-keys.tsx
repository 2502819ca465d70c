import { ListKeys } from '@/components/list/list-keys';
import { whenKnown } from '@/components/ui/eventually';
import { getT } from './i18n';
import { getSession } from './session';

/** The keys of a list, for whoever hasn't switched them off. */
export function Keys() {
  return whenKnown(getT('list'), (list) =>
    whenKnown(getSession(), (session) => (
      <ListKeys
        enabled={session?.shortcuts ?? true}
        button={list('keys.button')}
        labels={{
          title: list('keys.title'),
          close: list('keys.close'),
          next: list('keys.next'),
          previous: list('keys.previous'),
          open: list('keys.open'),
          search: list('keys.search'),
          help: list('keys.help'),
          jump: list('keys.jump'),
        }}
      />
    )),
  );
}
