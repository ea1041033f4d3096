import {css, html, LitElement, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {AuditRow, Role} from '../../api/answers.ts';
import {searchAudit, type AuditSought} from '../administration-client.ts';
import {formatCount, formatDate, formatTime} from '../format.ts';
import {administrationWords} from '../labels/administration-words.ts';
import {deedName} from '../labels/deed-names.ts';
import {words} from '../labels/words.ts';
import {administrationStyles} from './administration-styles.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

const fields = ['actor', 'action', 'subject', 'from', 'to'] as const;
const anything: AuditSought = {actor: '', action: '', subject: '', from: '', to: ''};
const pageOf = 100;

/** Who did what, and when; the newest first. */
@customElement('audit-search')
export class AuditSearch extends LitElement {
  @state() private rows: readonly AuditRow[] = [];
  @state() private mayBeMore = false;
  @state() private failure = '';
  private sought = anything;

  override connectedCallback() {
    super.connectedCallback();
    void this.read(null);
  }

  override render() {
    const {auditTitle, auditSubtitle, audit, search, entry, details, more} = administrationWords();
    const heading = auditTitle(this.rows.length);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${auditSubtitle}</p>
      <form @submit=${this.search}>
        ${fields.map(
          (name) =>
            html`<label
              >${audit[name]}
              <input
                name=${name}
                type=${name === 'from' || name === 'to' ? 'datetime-local' : 'text'}
                autocomplete="off"
            /></label>`,
        )}
        <button class="main">${search}</button>
      </form>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      <div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table id="audit">
          <thead>
            <tr>
              ${Object.entries(entry).map(
                ([name, label]) =>
                  html`<th scope="col" class=${name === 'rows' ? 'number' : ''}>${label}</th>`,
              )}
              <th scope="col">${details}</th>
            </tr>
          </thead>
          <tbody>
            ${this.rows.map((row) => this.renderEntry(row))}
          </tbody>
        </table>
      </div>
      <table-ways .heading=${heading} .subtitle=${auditSubtitle} table="audit" name="audit"></table-ways>
      ${
        this.mayBeMore
          ? html`<button type="button" @click=${() => this.read(this.rows.at(-1)!.id)}>${more}</button>`
          : nothing
      }
    </section>`;
  }

  private renderEntry({at, actor, role, action, subject, outcome, rows, details, hash}: AuditRow) {
    const {outcomes, details: label, hash: hashLabel} = administrationWords();
    return html`<tr>
      <td>${formatTime(at)} ${formatDate(at)}</td>
      <th scope="row">${actor}</th>
      <td>${words().roles[role as Role] ?? administrationWords().program}</td>
      <td>
        ${deedName(action)}
        <code class="small">${action}</code>
      </td>
      <td class="subject"><code>${subject}</code></td>
      <td class=${outcome === 'refused' || outcome === 'failed' ? 'alarm' : ''}>${outcomes[outcome]}</td>
      <td class="number">${rows === null ? '–' : formatCount(rows)}</td>
      <td>
        <details>
          <summary>${label}</summary>
          <pre>${JSON.stringify(details, null, 2)}</pre>
          <p class="small">${hashLabel}: <code>${hash}</code></p>
        </details>
      </td>
    </tr>`;
  }

  private readonly search = (event: SubmitEvent) => {
    event.preventDefault();
    const filled = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    this.sought = {...anything, ...(filled as Partial<AuditSought>)};
    void this.read(null);
  };

  /** Reads the newest entries, or those before one. */
  private async read(before: number | null): Promise<void> {
    this.failure = '';
    try {
      const found = await searchAudit(this.sought, before, new AbortController().signal);
      this.rows = before === null ? found : [...this.rows, ...found];
      this.mayBeMore = found.length === pageOf;
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    administrationStyles,
    css`
      .subject {
        min-width: 12rem;
        white-space: normal;
        overflow-wrap: anywhere;
      }

      .alarm {
        color: var(--alarm);
        font-weight: 500;
      }

      code.small {
        display: block;
      }

      summary {
        cursor: pointer;
      }

      pre,
      details p {
        max-width: 26rem;
        margin: var(--space-1) 0;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-search': AuditSearch;
  }
}
