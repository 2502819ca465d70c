'use client';

import { AlertDialog } from 'radix-ui';
import { createRoot } from 'react-dom/client';
import { Button } from './button';

export interface Question {
  title: string;
  text?: string;
  yes: string;
  no: string;
  danger?: boolean;
}

/** Asks in a dialog and answers true for yes. Import it when it is needed: it brings the dialog library along. */
export function ask(question: Question): Promise<boolean> {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const before = document.activeElement;
  return new Promise((resolve) => {
    const close = (answer: boolean): void => {
      root.unmount();
      host.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(answer);
    };
    root.render(
      <AlertDialog.Root open onOpenChange={(open) => !open && close(false)}>
        <AlertDialog.Portal>
          <AlertDialog.Overlay className="overlay" />
          <AlertDialog.Content className="dialog" {...(question.text === undefined && { 'aria-describedby': undefined })}>
            <AlertDialog.Title>{question.title}</AlertDialog.Title>
            {question.text !== undefined && <AlertDialog.Description className="mt-2 text-ink-2">{question.text}</AlertDialog.Description>}
            <div className="dialog-acts">
              <AlertDialog.Cancel asChild>
                <Button>{question.no}</Button>
              </AlertDialog.Cancel>
              <Button variant={question.danger ? 'danger' : 'primary'} onClick={() => close(true)}>
                {question.yes}
              </Button>
            </div>
          </AlertDialog.Content>
        </AlertDialog.Portal>
      </AlertDialog.Root>,
    );
  });
}
