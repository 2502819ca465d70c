'use client';

import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { buttonClass } from './button';
import { Icon } from './icon';

/** The window of a dialog, loaded on first use. */
export function DialogWindow({ title, close, onClose, children }: { title: string; close: string; onClose: () => void; children: ReactNode }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <div className="mb-3 flex items-start justify-between gap-4">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className={buttonClass({ variant: 'quiet', size: 'sm', icon: true })} aria-label={close}>
              <Icon name="cross" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
