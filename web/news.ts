import type {ReactiveController, ReactiveControllerHost} from 'lit';

const changes = new EventTarget();
let told = 0;

/** Tells every page that a version was published since its figures were fetched. */
export function tellNews(): void {
  told += 1;
  changes.dispatchEvent(new Event('change'));
}

/** How often a version was published while the page was open; a task that has it in its arguments asks again. */
export class News implements ReactiveController {
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  get now(): number {
    return told;
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
