import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {FreezeAnswer, RankingAnswer} from '../../api/answers.ts';
import {decideFreeze, proposeFreeze} from '../campaign-client.ts';
import {formatMoment} from '../gate-value.ts';
import {formatDate} from '../format.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {words} from '../labels/words.ts';
import {SessionState} from '../session.ts';
import './frozen-ranking.ts';
import './reason-form.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** Freezing the ranking: what one person proposed and another decided, and the way to do either. */
@customElement('freeze-panel')
export class FreezePanel extends LitElement {
  @property({attribute: false}) freezes: readonly FreezeAnswer[] = [];
  @property() kind: RankingAnswer['kind'] = 'province';
  @state() private opened: number | null = null;

  private readonly session = new SessionState(this);

  override render() {
    const {freeze} = rankingWords();
    const proposed = this.freezes.find(({state}) => state === 'proposed');
    const approved = this.freezes.find(({state}) => state === 'approved');
    const heading = proposed
      ? freeze.headingProposed
      : approved
        ? freeze.headingFrozen(formatMoment(approved.decided_at!))
        : freeze.headingNone;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${freeze.advice}</p>
      ${this.freezes.length > 0 ? this.renderList(heading) : nothing}
      ${approved ? this.renderFrozen(approved) : nothing}
      ${proposed ? this.renderDecision(proposed) : this.renderProposal()}
    </section>`;
  }

  private renderList(heading: string) {
    const {freeze} = rankingWords();
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
      <table>
        <thead>
          <tr>
            ${freeze.columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.freezes.map(
            (one) =>
              html`<tr>
                <td>${one.id}</td>
                <td>${formatDate(one.ranking_night)}</td>
                <td>
                  ${freeze.by(one.proposed_by, formatMoment(one.proposed_at))}
                  ${one.reason ? html`<span class="small reason">${freeze.reason(one.reason)}</span>` : nothing}
                </td>
                <td>
                  ${one.decided_by && one.decided_at ? freeze.by(one.decided_by, formatMoment(one.decided_at)) : '–'}
                  ${one.decision_reason ? html`<span class="small reason">${freeze.reason(one.decision_reason)}</span>` : nothing}
                </td>
                <td>${freeze.states[one.state]}</td>
                <td><code>${one.hash.slice(0, 12)}…</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private renderFrozen({id}: FreezeAnswer) {
    const {freeze} = rankingWords();
    const isOpen = this.opened === id;
    return html`<p class="no-print">
        <button type="button" aria-expanded=${isOpen} @click=${() => (this.opened = isOpen ? null : id)}>
          ${isOpen ? freeze.hide : freeze.show(id)}
        </button>
      </p>
      ${isOpen ? html`<frozen-ranking freeze=${id} kind=${this.kind}></frozen-ranking>` : nothing}`;
  }

  private renderProposal() {
    const {freeze} = rankingWords();
    if (!this.may('POST /campaigns/{id}/freezes')) return nothing;
    return html`<reason-form
      label=${freeze.proposeReason}
      .deeds=${[{name: freeze.propose, act: proposeFreeze}]}
      @decided=${this.tell}
    ></reason-form>`;
  }

  private renderDecision(proposed: FreezeAnswer) {
    const {freeze} = rankingWords();
    if (!this.may('POST /campaigns/{id}/freezes/{freeze}/decision')) return nothing;
    return html`<p class="small hash">${freeze.decideAdvice(proposed.hash)}</p>
      <reason-form
        label=${freeze.decideReason}
        .deeds=${[
          {name: freeze.approve, act: (reason: string) => decideFreeze(proposed, 'approved', reason)},
          {name: freeze.reject, act: (reason: string) => decideFreeze(proposed, 'rejected', reason)},
        ]}
        @decided=${this.tell}
      ></reason-form>`;
  }

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
  }

  private readonly tell = () => {
    this.dispatchEvent(new Event('decided'));
  };

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .scroll {
        position: relative;
        overflow-x: auto;
      }

      .reason {
        display: block;
      }

      .hash {
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'freeze-panel': FreezePanel;
  }
}
