import { createFormControl, set } from 'react-hook-form';
import { createTranslator } from 'use-intl/core';
import type { ZodType } from 'zod';
import { fieldIssues } from '@/lib/kernel/issues';
import { formValues } from './form-values';

export interface Enhancer {
  /** What is wrong now, by field name, in words; only with `name` when given. */
  check: (form: HTMLFormElement, name?: string) => Promise<Record<string, string>>;
}

type Typed = Record<string, unknown>;

function words(locale: string): Promise<{ default: Typed }> {
  return locale === 'en' ? import('@/lib/kernel/messages/en/errors.json') : import('@/lib/kernel/messages/zh-CN/errors.json');
}

/** Loads the form's schema and the words of its errors, and checks with them what the server will check again. */
export async function createEnhancer(schema: () => Promise<ZodType>, locale: string): Promise<Enhancer> {
  const [shape, { default: messages }] = await Promise.all([schema(), words(locale)]);
  const translate = createTranslator({ locale, messages, timeZone: 'Asia/Shanghai', onError: () => undefined });
  const say = translate as (key: string, params: Record<string, string | number | Date>) => string;

  const control = createFormControl<Typed>({
    mode: 'onBlur',
    // Not the ready-made zod resolver: it keeps a message's key but drops its limits ("at most {max}").
    resolver: async (values) => {
      const parsed = await shape.safeParseAsync(values);
      if (parsed.success) return { values: {}, errors: {} };
      const errors = {};
      for (const { path, key, params } of fieldIssues(parsed.error, values)) {
        if (path !== '') set(errors, path, { type: key, message: say(key, params) });
      }
      return { values: {}, errors };
    },
  });

  return {
    async check(form, name) {
      const values = formValues(new FormData(form));
      const names = new Set(Array.from(form.elements, (element) => ('name' in element ? String(element.name) : '').replace(/\[\]$/, '')));
      for (const known of [...names]) {
        if (known === '' || known.startsWith('_') || known.startsWith('$')) {
          names.delete(known);
          continue;
        }
        control.register(known);
        control.setValue(known, values[known]);
      }
      await control.trigger(name);
      const found: Record<string, string> = {};
      for (const known of name === undefined ? names : [name]) {
        const message = control.getFieldState(known).error?.message;
        if (message !== undefined) found[known] = message;
      }
      return found;
    },
  };
}
