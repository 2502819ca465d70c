import { FlashNotice } from './flash-notice';

/** The sentence a redirect brought along. A frame that is drawn anew shows its own, even if the words are the same. */
export function Flash({ message }: { message: string | null }) {
  return message === null ? null : <FlashNotice key={Date.now()} message={message} />;
}
