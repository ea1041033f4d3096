import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Chart} from '../charts/chart.ts';
import type {FixedChart} from '../charts/fixed-chart.ts';
import type {PictureWords} from '../charts/picture.ts';
import {figureWords} from '../labels/figure-words.ts';
import {saveFile} from '../save-file.ts';
import {drawPicture, pictureKinds, type PictureKind} from './chart-picture.ts';
import {controlStyles} from './shared-styles.ts';
import './toast-note.ts';

/** Keeps a chart as a picture, made in the browser, on white whatever the theme. */
@customElement('picture-buttons')
export class PictureButtons extends LitElement {
  /** Finds the chart, when a button asks for it. */
  @property({attribute: false}) find: () => Chart | FixedChart | null = () => null;
  /** The file's name without what follows its dot. */
  @property() name = '';
  @property({attribute: false}) words: PictureWords = {heading: '', notes: []};
  @state() private hasFailed = false;

  override render() {
    return html`${pictureKinds.map(
      (kind) =>
        html`<button type="button" class="quiet" @click=${() => this.keep(kind)}>
          ${figureWords().pictures[kind]}
        </button>`,
    )}
    ${
      this.hasFailed
        ? html`<toast-note
            .text=${figureWords().noPicture}
            @close=${() => (this.hasFailed = false)}
          ></toast-note>`
        : nothing
    }`;
  }

  private async keep(kind: PictureKind) {
    try {
      const chart = this.find();
      if (chart) saveFile(`${this.name}.${kind}`, await drawPicture(chart, kind, this.words));
    } catch (error) {
      this.hasFailed = true;
      console.error(error);
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'picture-buttons': PictureButtons;
  }
}
