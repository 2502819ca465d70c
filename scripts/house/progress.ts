import { both } from '../bootstrap/words.mjs';

/** Prints each step with its number while it begins, what happens in it, and how long it took. */
export class Progress {
  private step = 0;
  private atLineStart = true;

  constructor(private readonly steps: number) {}

  /** Runs one step; a sign of life every five seconds, later every thirty, while it lasts. */
  async run<T>(key: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
    this.step += 1;
    const started = Date.now();
    const seconds = () => (Date.now() - started) / 1000;
    this.write(`[${this.step}/${this.steps}] ${both(`steps.${key}`)} …`);
    let over = false;
    const note = (text: string) => {
      // What happens later, while pages are served, has a line of its own.
      if (over) this.write(`${text}\n`);
      else this.write(this.atLineStart ? `      ${text}` : `\n      ${text}`);
    };
    let beats = 0;
    const beat = setInterval(() => {
      beats += 1;
      if (beats <= 6 || beats % 6 === 0) this.write(` ${seconds().toFixed(0)} s`);
    }, 5_000);
    try {
      const result = await work(note);
      this.write(` ✓ ${seconds().toFixed(1)} s\n`);
      return result;
    } catch (error) {
      this.write('\n');
      throw error;
    } finally {
      over = true;
      clearInterval(beat);
    }
  }

  private write(text: string): void {
    process.stdout.write(text);
    this.atLineStart = text.endsWith('\n');
  }
}
