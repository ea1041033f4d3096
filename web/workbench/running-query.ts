import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {cancelQuery} from '../query-client.ts';

/** The one query that runs: for how many seconds it has, and how it is stopped. It ends with the page. */
export class RunningQuery implements ReactiveController {
  seconds = 0;

  private readonly host: ReactiveControllerHost;
  private id: string | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  /** Whether one is running. */
  get isOn(): boolean {
    return this.id !== null;
  }

  /** Counts the seconds of a query's work until that ends, well or not. */
  async during(id: string, work: () => Promise<void>): Promise<void> {
    const since = performance.now();
    this.id = id;
    this.seconds = 0;
    this.timer = setInterval(() => {
      this.seconds = Math.floor((performance.now() - since) / 1000);
      this.host.requestUpdate();
    }, 250);
    this.host.requestUpdate();
    try {
      await work();
    } finally {
      clearInterval(this.timer);
      this.id = null;
      this.host.requestUpdate();
    }
  }

  stop(): void {
    if (this.id !== null) void cancelQuery(this.id);
  }

  hostDisconnected(): void {
    this.stop();
    clearInterval(this.timer);
  }
}
