import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {pictureWordsOf, type DrawnFigure} from '../charts/drawn-figure.ts';
import './picture-buttons.ts';

/** Keeps as a picture what the page draws without a chart: the same numbers, drawn when a button asks for it. */
@customElement('figure-picture')
export class FigurePicture extends LitElement {
  @property({attribute: false}) figure!: DrawnFigure;
  /** What the file is called, before its night. */
  @property() name = '';

  override render() {
    return html`<picture-buttons
      .find=${() => this.figure.chart}
      .name=${`${this.name}-${this.figure.stamp.night}`}
      .words=${pictureWordsOf(this.figure)}
    ></picture-buttons>`;
  }

  static override styles = css`
    :host {
      display: contents;
    }

    @media print {
      :host {
        display: none;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'figure-picture': FigurePicture;
  }
}
