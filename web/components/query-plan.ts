import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {formatCount} from '../format.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {planSteps, type PlanStep} from '../workbench/plan.ts';
import {controlStyles} from './shared-styles.ts';

/** How the engine answers a query, step within step; the innermost come first. */
@customElement('query-plan')
export class QueryPlan extends LitElement {
  @property({attribute: false}) plan: unknown = null;

  override render() {
    const steps = planSteps(this.plan);
    if (steps.length === 0) return html`<p>${sqlWords().noPlan}</p>`;
    const isMeasured = steps.some(({seconds}) => seconds !== null);
    return html`<h3>${sqlWords().planTitle(countOf(steps))}</h3>
      ${
        isMeasured
          ? nothing
          : html`<p>
              ${sqlWords().planEstimated}
              <button type="button" @click=${() => this.dispatchEvent(new Event('measure'))}>
                ${sqlWords().measure}
              </button>
            </p>`
      }
      <ul>
        ${steps.map((step) => this.renderStep(step))}
      </ul>`;
  }

  private renderStep({name, facts, seconds, rows, steps}: PlanStep): TemplateResult {
    return html`<li>
      <p>
        <strong>${name}</strong>
        ${rows === null ? nothing : html`<span>${sqlWords().planRows(formatCount(rows))}</span>`}
        ${
          seconds === null
            ? nothing
            : html`<span>${sqlWords().planSeconds(formatCount(Math.round(seconds * 1000)))}</span>`
        }
      </p>
      ${facts.map(({name, text}) => html`<p class="fact">${name}: ${text}</p>`)}
      ${
        steps.length === 0
          ? nothing
          : html`<ul>
              ${steps.map((step) => this.renderStep(step))}
            </ul>`
      }
    </li>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        overflow: auto;
        max-height: 30rem;
      }

      h3,
      p {
        margin: 0;
        font-size: var(--text);
      }

      ul {
        margin: var(--space-2) 0 0;
        padding-left: var(--space-4);
        border-left: 2px solid var(--rule);
        list-style: none;
      }

      li {
        margin-bottom: var(--space-2);
      }

      span,
      .fact {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .fact {
        overflow-wrap: anywhere;
      }
    `,
  ];
}

const countOf = (steps: readonly PlanStep[]): number =>
  steps.reduce((sum, step) => sum + 1 + countOf(step.steps), 0);

declare global {
  interface HTMLElementTagNameMap {
    'query-plan': QueryPlan;
  }
}
