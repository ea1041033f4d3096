import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Status} from '../../api/answers.ts';
import {statusSigns} from '../labels/status-signs.ts';
import {words} from '../labels/words.ts';

/** How a figure stands: a sign and a word; colour only below the floor. */
@customElement('status-chip')
export class StatusChip extends LitElement {
  @property({reflect: true}) status: Status = 'no_data';

  override render() {
    return html`<span aria-hidden="true">${statusSigns[this.status]}</span> ${words().statuses[this.status]}`;
  }

  static override styles = css`
    :host {
      display: inline-block;
      color: var(--ink-soft);
      font-size: var(--text-small);
      font-weight: 500;
      white-space: nowrap;
    }

    :host([status='missed']) {
      color: var(--alarm);
    }

    :host([status='met']) {
      color: var(--accent);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'status-chip': StatusChip;
  }
}
