/** How long one typing activity shows; the protocol repeats it every three seconds while it lasts. */
const shown = 4000;
const sentAtMostEvery = 3000;

/** Who is typing on the other side, and how often we may say that the shopper is. */
export class Typing {
  private readonly changed: (name: string | undefined) => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastSent = -Infinity;

  constructor(changed: (name: string | undefined) => void) {
    this.changed = changed;
  }

  heard(name: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.stopped(), shown);
    this.changed(name);
  }

  stopped(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.changed(undefined);
  }

  mayTell(now: number): boolean {
    if (now - this.lastSent < sentAtMostEvery) return false;
    this.lastSent = now;
    return true;
  }
}
