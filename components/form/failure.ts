import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import type { FormHandler, FormState } from './form-state';

export type FailureWords = { unavailable: string; expiredForm: string };

/** Fetched while the line still works: without it they can't be fetched any more. */
export async function failureWords(locale: string): Promise<FailureWords> {
  const { default: words } =
    locale === 'en' ? await import('@/lib/kernel/messages/en/errors.json') : await import('@/lib/kernel/messages/zh-CN/errors.json');
  return words;
}

/** The action as the browser calls it: a broken line or a server that was upgraded meanwhile is an answer, not the end of the page. */
export function surviving(action: FormHandler, words: () => Promise<FailureWords | null>): FormHandler {
  return async (previous, formData) => {
    try {
      return await action(previous, formData);
    } catch (error) {
      unstable_rethrow(error);
      const known = await words();
      const answer: FormState = { status: 'error', errors: {}, at: Date.now() };
      if (known === null) return answer;
      return { ...answer, message: unstable_isUnrecognizedActionError(error) ? known.expiredForm : known.unavailable };
    }
  };
}
