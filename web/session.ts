import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {SessionAnswer} from '../api/answers.ts';

/** What the API wants of the reader before it answers anything else. */
export type Demand = 'sign_in' | 'purpose' | null;

const changes = new EventTarget();
let current: SessionAnswer | null = null;
let demanded: Demand = null;

/** Asks the reader to sign in, or to name a purpose: whatever page is open gives way to that. */
export function demand(next: Demand): void {
  if (demanded === next) return;
  demanded = next;
  if (next === 'sign_in') current = null;
  changes.dispatchEvent(new Event('change'));
}

/** Takes in who is signed in now; the page that gave way comes back. */
export function begin(session: SessionAnswer): void {
  current = session;
  demanded = session.needs_purpose ? 'purpose' : null;
  changes.dispatchEvent(new Event('change'));
}

/** Who is signed in, for an element that redraws whenever that changes. */
export class SessionState implements ReactiveController {
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  /** Null until it is known, and when nobody is. */
  get now(): SessionAnswer | null {
    return current;
  }

  get demanded(): Demand {
    return demanded;
  }

  hostConnected(): void {
    changes.addEventListener('change', this.redraw);
  }

  hostDisconnected(): void {
    changes.removeEventListener('change', this.redraw);
  }

  private readonly redraw = () => {
    this.host.requestUpdate();
  };
}
