import { LinkButton } from '@/components/ui/button';
import { whenKnown } from '@/components/ui/eventually';
import { drawn } from '@/components/ui/markup';
import { MessagePage } from '@/components/page/message-page';
import { getT } from './i18n';

/** Nothing found, not allowed, or sent from elsewhere: what it means and where to go next. */
export function Message({ kind, main }: { kind: 'notFound' | 'forbidden' | 'foreign'; main?: boolean }) {
  // Every page carries these along, at each of its levels: one element each.
  return whenKnown(getT('shell'), (t) =>
    drawn(
      <MessagePage
        title={t(`message.${kind}Title`)}
        main={main ?? false}
        actions={
          <LinkButton href="/" variant="primary">
            {t('message.home')}
          </LinkButton>
        }
      >
        {t(`message.${kind}`)}
      </MessagePage>,
    ),
  );
}
