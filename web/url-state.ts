import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {speak} from './labels/words.ts';
import {initialState, parseState, printState, type State} from './state.ts';

const changes = new EventTarget();
let current = parseState(location.search);
apply();

window.addEventListener('popstate', () => {
  current = parseState(location.search);
  apply();
});

/** The address of a page that keeps the night, the comparison, the language and the theme. */
export function hrefOf(path: string, part: Partial<State> = {}): string {
  const {asOf, compare, language, theme} = current;
  return `${path}${printState({...initialState, asOf, compare, language, theme, ...part})}`;
}

/** Goes to another page of ours without loading everything anew; `back` leads to this one. */
export function goTo(href: string, {replace = false} = {}): void {
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  current = parseState(location.search);
  apply();
}

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

  get path(): string {
    return location.pathname;
  }

  /** Chooses something by a control of a single page; null takes the choice back. */
  choose(part: Readonly<Record<string, string | null>>): void {
    const choices = Object.entries({...current.choices, ...part}).filter(
      (choice): choice is [string, string] => choice[1] !== null && choice[1] !== '',
    );
    this.change({choices: Object.fromEntries(choices)});
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
