'use client';

import { createRoot } from 'react-dom/client';
import { Toaster, toast as show } from 'sonner';

let mounted = false;

/** A short message at the edge of the screen, announced politely. Import it when it is needed. */
export function toast(message: string): void {
  if (!mounted) {
    mounted = true;
    createRoot(document.body.appendChild(document.createElement('div'))).render(
      <Toaster
        position="bottom-center"
        toastOptions={{ style: { background: 'var(--ink)', color: 'var(--bg)', border: '0', fontFamily: 'var(--font)' }, duration: 3500 }}
      />,
    );
    // The toaster listens only after its first effect.
    setTimeout(() => show(message), 50);
    return;
  }
  show(message);
}
