'use client';

import { type FocusEvent, type FormEvent, type ReactNode, startTransition, useActionState, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ZodType } from 'zod';
import { cx } from '@/components/ui/cx';
import { Notice } from '@/components/ui/notice';
import type { Enhancer } from './enhance';
import { ErrorSummary } from './error-summary';
import { type FailureWords, failureWords, surviving } from './failure';
import { FormContext, type FormScope } from './form-context';
import { type FormHandler, type HiddenFields, hiddenNames, idle } from './form-state';
import { SubmitButton } from './submit-button';
import { useLeaveGuard } from './leave-guard';
import { allArrived, isGoingUp } from './under-way';

export interface FormLabels {
  submit: string;
  /** On the button while it is being sent. */
  pending: string;
  /** Above the list of what is wrong. */
  errorTitle: string;
  /** Asked before leaving with unsaved changes. Without it nobody is asked. */
  leave?: { title: string; text?: string; yes: string; no: string };
}

interface Props {
  action: FormHandler;
  hidden: HiddenFields;
  labels: FormLabels;
  /** Loaded on first focus; only a client component can pass it. */
  schema?: () => Promise<ZodType>;
  /** Beside the submit button: a cancel link, a second submit button. */
  extra?: ReactNode;
  /** Replaces the row with the submit button. */
  footer?: ReactNode;
  /** Empties the fields after success: messages, comments. */
  resetOnDone?: boolean;
  wide?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
}

/**
 * The product's form. Without a script it is a plain form whose answer is drawn by the server; with one it checks
 * fields as they are left, keeps typed text and files after an error, sends once, and asks before changes are lost.
 */
export function Form({ action, hidden, labels, schema, extra, footer, resetOnDone, wide, id, className, children }: Props) {
  const words = useRef<Promise<FailureWords | null> | null>(null);
  // The server needs the action itself to write it into the form; only the browser can lose the line.
  const run = useMemo(() => (typeof window === 'undefined' ? action : surviving(action, () => words.current ?? Promise.resolve(null))), [action]);
  const [state, dispatch, sent] = useActionState(run, idle);
  const sending = useRef(false);
  const [key, setKey] = useState(state.formKey ?? hidden.formKey);
  const [live, setLive] = useState<Record<string, string>>({});
  const [complaint, setComplaint] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const [version, setVersion] = useState(hidden.version);
  const own = useId();
  const form = useRef<HTMLFormElement>(null);
  const enhancer = useRef<Promise<Enhancer> | null>(null);
  const touched = useRef(new Set<string>());
  const guard = useLeaveGuard(labels.leave);

  // A page refreshed with a newer row hands down a newer version; an older one never wins over what autosave learned.
  const latest = Math.max(hidden.version ?? -1, version ?? -1, state.version ?? -1);

  useEffect(() => {
    setLive({});
    if (state.status === 'error') {
      guard.changed();
      setComplaint((n) => n + 1);
    }
    if (state.status === 'done') {
      guard.settled();
      if (resetOnDone) form.current?.reset();
    }
  }, [state, guard, resetOnDone]);

  // A press that waits for files is under way as well.
  const pending = sent || waiting;
  useEffect(() => {
    if (!sent) sending.current = false;
  }, [sent]);

  // A page drawn again and an answered submission both bring a fresh key; the newer one counts, a used one never again.
  useEffect(() => setKey(hidden.formKey), [hidden.formKey]);
  useEffect(() => {
    if (state.formKey !== undefined) setKey(state.formKey);
  }, [state]);

  const errors = useMemo(() => {
    const all: Record<string, string> = { ...state.errors, ...live };
    return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
  }, [state.errors, live]);

  const scope = useMemo<FormScope>(
    () => ({
      id: id ?? own,
      errors,
      values: state.values ?? {},
      pending,
      submitLabel: labels.submit,
      pendingLabel: labels.pending,
      form,
      kept: (saved, all) => {
        if (all) guard.settled();
        if (saved !== undefined) setVersion(saved);
      },
    }),
    [id, own, errors, state.values, pending, labels.submit, labels.pending, guard],
  );

  const load = useCallback((): void => {
    words.current ??= failureWords(document.documentElement.lang).catch(() => null);
    if (schema && enhancer.current === null) {
      enhancer.current = import('./enhance').then((module) => module.createEnhancer(schema, document.documentElement.lang));
      enhancer.current.catch(() => {
        enhancer.current = null; // the server checks everything again anyway
      });
    }
  }, [schema]);

  // A field may have had the focus before this script arrived.
  useEffect(() => {
    if (form.current?.contains(document.activeElement)) load();
  }, [load]);

  function edited(event: FormEvent<HTMLFormElement>): void {
    const target = event.target;
    if ('name' in target) touched.current.add(String(target.name).replace(/\[\]$/, ''));
    guard.changed();
  }

  async function left(event: FocusEvent<HTMLFormElement>): Promise<void> {
    const name = 'name' in event.target ? String(event.target.name).replace(/\[\]$/, '') : '';
    if (name === '' || name.startsWith('_') || form.current === null || enhancer.current === null) return;
    if (!touched.current.has(name)) return;
    // An error that appears while the button is being pressed would move the button away from under the pointer.
    if (event.relatedTarget instanceof HTMLButtonElement) return;
    const found = await (await enhancer.current).check(form.current, name);
    setLive((before) => ({ ...before, [name]: found[name] ?? '' }));
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    const target = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    event.preventDefault();
    if (pending || sending.current) return;
    sending.current = true;
    const unchecked = submitter instanceof HTMLButtonElement && submitter.formNoValidate;
    if (enhancer.current !== null && !unchecked) {
      const found = await enhancer.current.then((ready) => ready.check(target)).catch(() => ({}));
      const fieldsHere = Object.fromEntries(
        Object.entries(found).filter(([name]) => target.elements.namedItem(name) ?? target.elements.namedItem(`${name}[]`)),
      );
      if (Object.keys(fieldsHere).length > 0) {
        sending.current = false;
        setLive({ ...Object.fromEntries(Object.keys(state.errors ?? {}).map((name) => [name, ''])), ...fieldsHere });
        setComplaint((n) => n + 1);
        return;
      }
    }
    if (isGoingUp()) {
      setWaiting(true);
      const arrived = await allArrived();
      setWaiting(false);
      if (!arrived) {
        // What failed says so where the file was chosen; nothing goes out without it.
        sending.current = false;
        document.querySelector<HTMLElement>('[data-upload-failed]')?.focus();
        return;
      }
    }
    guard.settled();
    const formData = new FormData(target, submitter);
    startTransition(() => dispatch(formData));
  }

  const serverSpoke = state.status === 'error' ? (state.message ?? labels.errorTitle) : undefined;
  return (
    <FormContext value={scope}>
      {/* The browser's own bubbles speak the browser's language; ours are under the fields. */}
      <form
        ref={form}
        id={id}
        noValidate
        action={dispatch}
        className={cx('form', wide && 'form-wide', className)}
        aria-busy={pending}
        onFocus={load}
        onInput={edited}
        onBlur={(event) => void left(event)}
        onSubmit={(event) => void submit(event)}
      >
        <input type="hidden" name={hiddenNames.membership} value={hidden.membership ?? ''} />
        <input type="hidden" name={hiddenNames.formKey} value={key} />
        {latest >= 0 && <input type="hidden" name={hiddenNames.version} value={latest} />}
        {state.status === 'done' && state.message !== undefined && <Notice tone="ok">{state.message}</Notice>}
        <ErrorSummary title={labels.errorTitle} message={serverSpoke} focus={complaint} />
        {children}
        {footer ?? (
          <div className="form-foot">
            <SubmitButton />
            {extra}
          </div>
        )}
      </form>
    </FormContext>
  );
}
