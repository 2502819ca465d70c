import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type FormHandler, idle } from '@/components/form/form-state';
import { flash } from './flash';

/** An action for a form of one button: what was done, or why it was refused, is said on the page the button stands on. */
export function post(handle: FormHandler): (formData: FormData) => Promise<void> {
  return async function posted(formData) {
    const state = await handle(idle, formData);
    const said = [state.message, ...Object.values(state.errors ?? {})].filter((text) => text !== undefined);
    if (said.length > 0) await flash(said.join(' '));
    const referer = (await headers()).get('referer');
    const from = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
    redirect(from === null ? '/' : from.pathname.replace(/^\/{2,}/, '/') + from.search);
  };
}
