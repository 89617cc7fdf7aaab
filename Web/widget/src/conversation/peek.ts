const sentAtMostEvery = 1000;

/** What is being written, for the colleague who has the chat: at most once a second, and the last of it always. */
export class Peek {
  private readonly send: (text: string) => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private latest = '';
  private sent = '';

  constructor(send: (text: string) => void) {
    this.send = send;
  }

  tell(text: string): void {
    this.latest = text;
    if (this.timer === undefined) this.flush();
  }

  /** It is sent as a message now, or is nobody's business any more. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.latest = '';
    this.sent = '';
  }

  private flush(): void {
    this.sent = this.latest;
    this.send(this.sent);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.latest !== this.sent) this.flush();
    }, sentAtMostEvery);
  }
}
