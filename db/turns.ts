/**
 * Lets so many at a time do something short; the others wait in their order. One that takes long gives its turn up after
 * `longest` milliseconds and goes on without: nobody waits for it, and none that waits for another can wait for ever.
 */
export class Turns {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly longest: number,
  ) {}

  /** Resolves with what gives the turn back; giving it back twice is giving it back once. */
  async take(): Promise<() => void> {
    if (this.taken < this.most) this.taken += 1;
    else await new Promise<void>((begin) => this.waiting.push(begin));
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(long);
      const next = this.waiting.shift();
      if (next === undefined) this.taken -= 1;
      else next();
    };
    const long = setTimeout(over, this.longest).unref();
    return over;
  }
}
