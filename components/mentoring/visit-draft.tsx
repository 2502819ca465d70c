'use client';

import { useEffect, useRef, useState } from 'react';
import { useForm } from '@/components/form/form-context';
import { dropDraft, fillForm, keepDraft, readDraft, valuesOf } from './draft-store';

export interface DraftLabels {
  empty: string;
  /** With `{time}` where the clock goes. */
  saved: string;
  restored: string;
  failed: string;
  discard: string;
}

const PAUSE_MS = 400;

const clock = (at: number) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }).format(at);

/**
 * Inside a `Form`: keeps what is typed in this browser, brings it back after a reload, and carries the visit's id, which stays
 * the same until the visit is sent. `takeOver` names another draft that moves here: the mentor chose another company.
 */
export function VisitDraft({
  membership,
  draftKey,
  takeOver,
  visit,
  company,
  href,
  labels,
}: {
  membership: string;
  draftKey: string;
  takeOver?: string;
  visit: string;
  company: string;
  href: string;
  labels: DraftLabels;
}) {
  const scope = useForm();
  const [id, setId] = useState(visit);
  const [note, setNote] = useState<'empty' | 'saved' | 'restored' | 'failed'>('empty');
  const [at, setAt] = useState(0);
  const current = useRef({ id, discarded: false });
  // Values the server sent back are newer than what is kept.
  const typed = useRef(Object.keys(scope.values).length > 0);

  useEffect(() => {
    const form = scope.form.current;
    if (form === null) return;
    const fresh = JSON.stringify(valuesOf(form));
    let timer: ReturnType<typeof setTimeout> | undefined;

    const keep = (): void => {
      clearTimeout(timer);
      if (current.current.discarded) return;
      const values = valuesOf(form);
      if (JSON.stringify(values) === fresh && readDraft(membership, draftKey) === null) return;
      const now = Date.now();
      const kept = keepDraft(membership, draftKey, { visit: current.current.id, company, href, at: now, values });
      setNote(kept ? 'saved' : 'failed');
      setAt(now);
    };
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE_MS);
    };
    const leaving = (): void => {
      if (timer !== undefined) keep();
    };

    const before = readDraft(membership, draftKey) ?? (takeOver === undefined ? null : readDraft(membership, takeOver));
    if (takeOver !== undefined) dropDraft(membership, takeOver);
    if (before !== null && !typed.current) {
      current.current.id = before.visit;
      setId(before.visit);
      fillForm(form, before.values);
      keepDraft(membership, draftKey, { ...before, company, href });
      setNote('restored');
      setAt(before.at);
    } else if (typed.current) keep();

    form.addEventListener('input', changed);
    window.addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      leaving();
      form.removeEventListener('input', changed);
      window.removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [membership, draftKey, takeOver, company, href, scope.form]);

  function discard(): void {
    current.current.discarded = true;
    dropDraft(membership, draftKey);
    window.location.reload();
  }

  return (
    <div className="js-only flex min-h-11 items-center justify-between gap-3">
      <input type="hidden" name="visit" value={id} />
      <span className={note === 'failed' ? 'pill pill-late pill-dot' : note === 'empty' ? 'pill' : 'pill pill-ok pill-dot'} role="status">
        {labels[note].replace('{time}', clock(at))}
      </span>
      {note !== 'empty' && (
        <button type="button" className="link min-h-11 cursor-pointer text-sm" onClick={discard}>
          {labels.discard}
        </button>
      )}
    </div>
  );
}
