const EVERY_MS = 10_000;

/** How a number stands behind the bell; nothing for none. */
export function countText(count: number): string {
  return count > 99 ? '99+' : count > 0 ? String(count) : '';
}

/** The number behind the bell: asks again every 10 s, only while the page is seen; asking is not activity. Ends when called back. */
export function keepBell(): () => void {
  const timer = setInterval(() => void ask(), EVERY_MS);
  return () => clearInterval(timer);
}

async function ask(): Promise<void> {
  const bell = document.querySelector<HTMLElement>('[data-bell]');
  const { bell: url, label = '' } = bell?.dataset ?? {};
  if (bell === null || url === undefined || document.visibilityState !== 'visible') return;
  try {
    const response = await fetch(url, { headers: { accept: 'application/json', 'x-poll': '1' } });
    const body: unknown = response.ok ? await response.json() : null;
    if (body === null || typeof body !== 'object' || !('count' in body) || typeof body.count !== 'number') return;
    const [shown, said] = [bell.querySelector('.top-count'), bell.querySelector('.sr-only')];
    if (shown !== null) shown.textContent = countText(body.count);
    if (said !== null) said.textContent = `${label} ${body.count}`;
  } catch {
    // Offline for a moment: the last number stands until the next try.
  }
}
