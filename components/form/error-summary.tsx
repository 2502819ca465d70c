'use client';

import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { fieldId, useForm } from './form-context';

function labelOf(id: string): string {
  const control = document.getElementById(id);
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? control?.querySelector('legend');
  return label?.firstChild?.textContent ?? '';
}

/** What is wrong, summed up above the form with a link to each field; takes the focus whenever `focus` rises. */
export function ErrorSummary({ title, message, focus }: { title: string; message?: string; focus: number }) {
  const scope = useForm();
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Record<string, string>>({});
  const list = useMemo(() => Object.entries(scope.errors), [scope.errors]);
  const empty = list.length === 0 && message === undefined;

  useEffect(() => {
    if (focus > 0) box.current?.focus();
  }, [focus]);

  // "At most 10 characters" says little far from its field: the field's own label goes before it.
  useEffect(() => {
    setLabels(Object.fromEntries(list.map(([name]) => [name, labelOf(fieldId(scope, name))])));
  }, [list, scope]);

  function jump(event: MouseEvent<HTMLAnchorElement>, name: string): void {
    const control = document.getElementById(fieldId(scope, name));
    if (control === null) return;
    event.preventDefault();
    control.focus();
    control.scrollIntoView({ block: 'center' });
  }

  if (empty) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <div className="font-semibold">{message ?? title}</div>
      {list.length > 0 && (
        <ul>
          {list.map(([name, text]) => (
            <li key={name}>
              <a href={`#${fieldId(scope, name)}`} onClick={(event) => jump(event, name)}>
                {labels[name] ? `${labels[name]} · ${text}` : text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
