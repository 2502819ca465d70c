/** Ctrl/⌘ K anywhere, a click or typing in the box on top: all ask for the jump-to window. */
export function wantsJump(by: Element | KeyboardEvent): boolean {
  if (by instanceof Element) return by.matches('form[data-jump] input');
  return (by.metaKey || by.ctrlKey) && !by.altKey && !by.shiftKey && by.key.toLowerCase() === 'k';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'));
}

function step(by: 1 | -1): void {
  const rows = Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-list] a[data-row]'));
  const row = document.activeElement?.closest('tr');
  const at = rows.findIndex((link) => link === document.activeElement || (row && link.closest('tr') === row));
  const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by));
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: 'nearest' });
}

/**
 * On a list j k move, / searches; true for ?, which asks for the list of keys. Quiet while somebody types and for whoever
 * switched them off; none of them writes anything.
 */
export function wantsKeyHelp(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  const list = document.querySelector<HTMLElement>('[data-list-keys]');
  if (list === null || list.dataset.off !== undefined || document.querySelector('[role=dialog], [role=alertdialog]')) return false;
  switch (event.key) {
    case 'j':
      step(1);
      break;
    case 'k':
      step(-1);
      break;
    case '/':
      (document.querySelector<HTMLInputElement>('[data-list-search]') ?? document.querySelector<HTMLInputElement>('[data-page-search]'))?.focus();
      break;
    case '?':
      break;
    default:
      return false;
  }
  event.preventDefault();
  return event.key === '?';
}
