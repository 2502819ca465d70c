/** Closes every open menu that `inside` isn't in. */
export function closeMenus(inside: Element | null): void {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (inside === null || !menu.contains(inside)) menu.removeAttribute('open');
  }
}

/** Escape closes the menu around the focus; arrows walk through its entries. */
export function handleMenuKey(event: KeyboardEvent): void {
  const menu = document.activeElement?.closest('details[data-menu][open]');
  if (!(menu instanceof HTMLDetailsElement) || event.isComposing) return;
  if (event.key === 'Escape') {
    menu.open = false;
    menu.querySelector('summary')?.focus();
    event.preventDefault();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLSelectElement) return;
  const entries = Array.from(menu.querySelectorAll<HTMLElement>('.pop a[href], .pop button'));
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const step = event.key === 'ArrowDown' ? 1 : -1;
  entries.at(at === -1 && step === -1 ? -1 : (at + step) % entries.length)?.focus();
  event.preventDefault();
}

/** "All" ticks all rows of its form, and the bulk bar says how many are ticked. */
export function tick(event: Event): void {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return;
  const all = box.dataset.tickAll;
  const formId = all ?? box.getAttribute('form');
  if (formId === null || formId === '') return;
  const boxes = Array.from(document.querySelectorAll<HTMLInputElement>(`[data-list] tbody input[type=checkbox][form="${CSS.escape(formId)}"]`));
  if (all !== undefined) for (const one of boxes) one.checked = box.checked;
  const ticked = boxes.filter((one) => one.checked).length;
  const head = document.querySelector<HTMLInputElement>(`input[data-tick-all="${CSS.escape(formId)}"]`);
  if (head !== null) {
    head.checked = ticked > 0 && ticked === boxes.length;
    head.indeterminate = ticked > 0 && ticked < boxes.length;
  }
  const count = document.getElementById(formId)?.querySelector<HTMLElement>('[data-tick-count]');
  if (count) count.textContent = (count.dataset.tickCount ?? '').replace('{n}', String(ticked));
}

/** Copies the button's text; says so in a toast, or shows the text for copying by hand where the browser forbids it. */
export function copyFrom(button: HTMLElement): void {
  const { copy = '', copied = '', copyFailed = '' } = button.dataset;
  const write = window.isSecureContext ? navigator.clipboard.writeText(copy) : byHand(copy);
  write.then(
    () => void import('@/components/ui/toast').then(({ toast }) => toast(copied)),
    () => window.prompt(copyFailed, copy),
  );
}

/** The old way: the only one on a page that came over plain http. */
async function byHand(text: string): Promise<void> {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  if (!done) throw new Error('the browser refused to copy');
}

/** Puts a ready text where the cursor stands in the field it is meant for, in the card around the link. @returns whether there is one */
export function insertFrom(link: HTMLAnchorElement): boolean {
  const { insert, into } = link.dataset;
  if (insert === undefined || into === undefined) return false;
  const field = link.closest('.card')?.querySelector<HTMLTextAreaElement>(`textarea[name="${CSS.escape(into)}"]`);
  if (!field) return false;
  field.focus();
  field.setRangeText(insert, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
