'use client';

import { useEffect, useRef, useState } from 'react';
import { useForm } from './form-context';
import { type FormHandler, hiddenNames, idle } from './form-state';

export interface AutosaveLabels {
  saving: string;
  /** With `{time}` where the clock goes. */
  saved: string;
  failed: string;
}

const PAUSE_MS = 1500;

/**
 * Inside a `Form`: keeps what is typed a moment after typing stops and says when. Files wait for the real submit.
 * A save goes without the form's key, so that it is never taken for the submission itself.
 */
export function Autosave({ action, labels }: { action: FormHandler; labels: AutosaveLabels }) {
  const scope = useForm();
  const latest = useRef({ ...scope, action, labels });
  const [note, setNote] = useState('');

  useEffect(() => {
    latest.current = { ...scope, action, labels };
  });

  useEffect(() => {
    const form = latest.current.form.current;
    if (form === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let busy = false;
    let again = false;
    let changed = false;

    async function save(): Promise<void> {
      if (form === null || latest.current.pending) return;
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      changed = false;
      const formData = new FormData(form);
      for (const [name, value] of [...formData]) if (typeof value !== 'string') formData.delete(name);
      formData.delete(hiddenNames.formKey);
      setNote(latest.current.labels.saving);
      try {
        const result = await latest.current.action(idle, formData);
        if (result.status === 'error') setNote(result.message ?? latest.current.labels.failed);
        else {
          latest.current.kept(result.version, !changed);
          const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' });
          setNote(latest.current.labels.saved.replace('{time}', clock.format(result.at ?? Date.now())));
        }
      } catch {
        setNote(latest.current.labels.failed);
      } finally {
        busy = false;
        if (again) {
          again = false;
          void save();
        }
      }
    }
    const typed = (): void => {
      changed = true;
      clearTimeout(timer);
      timer = setTimeout(() => void save(), PAUSE_MS);
    };
    const sent = (): void => clearTimeout(timer);
    form.addEventListener('input', typed);
    form.addEventListener('submit', sent);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', typed);
      form.removeEventListener('submit', sent);
    };
  }, []);

  return (
    <span className="autosave num" role="status">
      {note}
    </span>
  );
}
