import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {speak} from './labels/words.ts';
import {parseState, printState, type State} from './state.ts';

const changes = new EventTarget();
let current = parseState(location.search);
apply();

window.addEventListener('popstate', () => {
  current = parseState(location.search);
  apply();
});

/** The state in the address, for an element that redraws whenever any of it changes. */
export class UrlState implements ReactiveController {
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  get now(): State {
    return current;
  }

  /** Changes part of the state; the reader's back button undoes it. */
  change(part: Partial<State>): void {
    const next = {...current, ...part};
    const search = printState(next);
    if (search === printState(current)) return;
    history.pushState(null, '', `${location.pathname}${search}`);
    current = next;
    apply();
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

function apply(): void {
  speak(current.language);
  document.documentElement.lang = current.language;
  document.documentElement.dataset['theme'] = current.theme ?? 'system';
  changes.dispatchEvent(new Event('change'));
}
