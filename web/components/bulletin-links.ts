import {css, html, LitElement} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Unit} from '../../api/answers.ts';
import {bulletinWords} from '../labels/bulletin-words.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';

/** The bulletins as they would be sent now: the leaders' page and any province's, or the reader's own province's alone. */
@customElement('bulletin-links')
export class BulletinLinks extends LitElement {
  /** The units the reader may see. */
  @property({attribute: false}) units: readonly Unit[] = [];
  @property({type: Boolean}) mayReadNation = false;
  @state() private chosen = '';

  override render() {
    const {bulletinsTitle, bulletinsSubtitle, bulletinOfNation, bulletinOfProvince, area} = bulletinWords();
    const provinces = this.units.filter(({level}) => level === 'province');
    const chosen = provinces.find(({unit_id}) => unit_id === this.chosen) ?? provinces[0];
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${bulletinsTitle(provinces.length)}</h2>
      <p class="subtitle">${bulletinsSubtitle}</p>
      ${this.mayReadNation ? renderWays(bulletinOfNation, 'nation') : ''}
      ${
        provinces.length > 1
          ? html`<p>
              <label
                >${area}
                <select @change=${this.choose}>
                  ${provinces.map(
                    ({unit_id, unit_name}) => html`<option value=${unit_id}>${unit_name}</option>`,
                  )}
                </select></label
              >
            </p>`
          : ''
      }
      ${chosen ? renderWays(bulletinOfProvince(chosen.unit_name), chosen.unit_id) : ''}
    </section>`;
  }

  private readonly choose = (event: Event) => {
    this.chosen = (event.target as HTMLSelectElement).value;
  };

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        align-items: center;
        margin: var(--space-2) 0;
      }

      select {
        max-width: 100%;
      }
    `,
  ];
}

const renderWays = (name: string, of: string) => {
  const {openBulletin} = bulletinWords();
  const path = `/api/v1/bulletins/${of}`;
  return html`<p>
    <strong>${name}</strong>
    <a href=${path} target="_blank" rel="noopener"
      >${openBulletin.html}<span class="unseen"> ${name}</span></a
    >
    <a href="${path}?format=pdf" download>${openBulletin.pdf}<span class="unseen"> ${name}</span></a>
  </p>`;
};

declare global {
  interface HTMLElementTagNameMap {
    'bulletin-links': BulletinLinks;
  }
}
