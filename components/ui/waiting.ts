/**
 * Between the two halves of one answer, in one process: what the page drew waits here for the document that takes it along.
 * Neither outlives the request; what an answer broken off left behind gives way to others.
 */
const MOST = 1_000;
const house = globalThis as { dianxiaoerDrawn?: { html: Map<string, string>; last: number } };
const waiting = house.dianxiaoerDrawn ?? { html: new Map<string, string>(), last: 0 };
house.dianxiaoerDrawn = waiting;

/** @returns the name to take it by */
export function leave(html: string): string {
  waiting.last += 1;
  const id = waiting.last.toString(36);
  if (waiting.html.size >= MOST) {
    for (const oldest of waiting.html.keys()) {
      waiting.html.delete(oldest);
      break;
    }
  }
  waiting.html.set(id, html);
  return id;
}

export function take(id: string): string | undefined {
  const html = waiting.html.get(id);
  waiting.html.delete(id);
  return html;
}

/** What waits under this name, without taking it. */
export function waits(id: string): string | undefined {
  return waiting.html.get(id);
}
