'use client';

import { useState } from 'react';
import { DialogWindow } from '@/components/ui/dialog-window';
import type { KeyLabels } from './list-keys';

/** The list of keys; `button` carries its words. */
export function KeyHelp({ button, onClose }: { button: HTMLElement; onClose: () => void }) {
  const [labels] = useState(() => JSON.parse(button.dataset.listKeys ?? '') as KeyLabels);
  const keys: readonly (readonly [string, string])[] = [
    ['j', labels.next],
    ['k', labels.previous],
    ['Enter', labels.open],
    ['/', labels.search],
    ['Ctrl K', labels.jump],
    ['?', labels.help],
  ];
  return (
    <DialogWindow title={labels.title} close={labels.close} onClose={onClose}>
      <dl className="facts">
        {keys.map(([name, text]) => (
          <div key={name} className="contents">
            <dt>
              <kbd>{name}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {labels.note !== undefined && <p className="mt-4 text-sm text-ink-2">{labels.note}</p>}
    </DialogWindow>
  );
}
