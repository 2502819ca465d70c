import { cache } from 'react';

/** There already, or still to come: what is there needs no waiting, and each wait costs a page a turn of React. */
export type Eventually<T> = T | Promise<T>;

export function whenKnown<A, B>(value: Eventually<A>, next: (value: A) => Eventually<B>): Eventually<B> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Asked once while a page is drawn, however often it is asked for: the first to ask waits, whoever comes later has it at once. */
export function askedOnce<T>(ask: () => Promise<T>): () => Eventually<T> {
  const ofRequest = cache((): { known?: Eventually<T> } => ({}));
  return () => {
    const own = ofRequest();
    if (!('known' in own)) {
      own.known = ask().then((value) => {
        own.known = value;
        return value;
      });
    }
    return own.known as Eventually<T>;
  };
}
