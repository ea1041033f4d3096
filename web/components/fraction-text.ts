import {html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {formatCount} from '../format.ts';
import {words} from '../labels/words.ts';

/** Sums in đồng are longer than a telephone is wide: they may go on after the stroke, which counts need not. */
const lettersOfTelephone = 36;

/** A count out of another, with what is counted: 685.231/688.271 hồ sơ. */
@customElement('fraction-text')
export class FractionText extends LitElement {
  @property({type: Number}) count: number | null = null;
  @property({type: Number}) of: number | null = null;
  @property() unit = '';

  override render() {
    if (this.count === null || this.of === null) return words().noFigure;
    const text = words().outOf(formatCount(this.count), formatCount(this.of), this.unit);
    if (text.length < lettersOfTelephone) return html`${text}`;
    const [first, ...rest] = text.split('/');
    return html`${first}${rest.map((part) => html`/<wbr />${part}`)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fraction-text': FractionText;
  }
}
