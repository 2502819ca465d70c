import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** Weighs what scripts a page brings, from the moment it is handed over until `kilobytes` is asked. */
export class Scale {
  private readonly sizes = new Map<string, Promise<number>>();

  constructor(page: Page) {
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script' || this.sizes.has(response.url())) return;
      this.sizes.set(response.url(), response.body().then((body) => gzipSync(body).length, () => 0));
    });
  }

  /** Compressed one by one, as a server would send them, in kB. */
  async kilobytes(): Promise<number> {
    const all = await Promise.all(this.sizes.values());
    return all.reduce((sum, size) => sum + size, 0) / 1000;
  }
}
