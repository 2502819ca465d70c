/**
 * Files that are still going up on this page. Whoever sends a form meanwhile means it with the files: the press waits for
 * them instead of being answered without them.
 */
const sending = new Set<Promise<boolean>>();

/** @param sent true once every file has arrived and the page knows of them */
export function goingUp(sent: Promise<boolean>): void {
  const watched = sent.catch(() => false);
  sending.add(watched);
  void watched.finally(() => sending.delete(watched));
}

export function isGoingUp(): boolean {
  return sending.size > 0;
}

/** Waits for what is going up now. @returns whether all of it arrived */
export async function allArrived(): Promise<boolean> {
  const results = await Promise.all(sending);
  return results.every(Boolean);
}
