import { both } from '../bootstrap/words.mjs';

/** Prints each step with its number while it begins, what happens in it, and how long it took. */
export class Progress {
  private step = 0;
  private atLineStart = true;

  constructor(private readonly steps: number) {}

  /** Runs one step; a sign of life every five seconds while it lasts. */
  async run<T>(key: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
    this.step += 1;
    const started = Date.now();
    const seconds = () => (Date.now() - started) / 1000;
    this.write(`[${this.step}/${this.steps}] ${both(`steps.${key}`)} …`);
    const beat = setInterval(() => this.write(` ${seconds().toFixed(0)} s`), 5_000);
    try {
      const result = await work((text) => this.write(this.atLineStart ? `      ${text}` : `\n      ${text}`));
      this.write(` ✓ ${seconds().toFixed(1)} s\n`);
      return result;
    } catch (error) {
      this.write('\n');
      throw error;
    } finally {
      clearInterval(beat);
    }
  }

  private write(text: string): void {
    process.stdout.write(text);
    this.atLineStart = text.endsWith('\n');
  }
}
