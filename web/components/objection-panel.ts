import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {ObjectionAnswer, RankedRow, RankingAnswer, UnrankedRow} from '../../api/answers.ts';
import {decideObjection, fileObjection, objectionAttachment} from '../campaign-client.ts';
import {base64Of} from '../file-content.ts';
import {formatBytes} from '../format.ts';
import {formatMoment} from '../gate-value.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {SessionState} from '../session.ts';
import type {CandidateField} from './candidate-field.ts';
import './candidate-field.ts';
import {fieldStyles} from './field-styles.ts';
import './reason-form.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';

/** The API takes no more, and says so; whoever has chosen a larger file is told before it is sent. */
const largestFile = 5 * 1024 * 1024;

/** What units say against their place, what the board made of it, and the way to say or decide something. */
@customElement('objection-panel')
export class ObjectionPanel extends LitElement {
  @property({attribute: false}) objections: readonly ObjectionAnswer[] = [];
  /** Those an objection may be about. */
  @property({attribute: false}) candidates: readonly (RankedRow | UnrankedRow)[] = [];
  /** Whether there are more candidates than these. */
  @property({type: Boolean}) partial = false;
  @property() kind: RankingAnswer['kind'] = 'province';
  @state() private refusal = '';
  @state() private isBusy = false;
  @query('candidate-field') private readonly about!: CandidateField;
  @query('form textarea') private readonly text!: HTMLTextAreaElement;
  @query('form input[name=evidence]') private readonly evidence!: HTMLInputElement;
  @query('form input[type=file]') private readonly file!: HTMLInputElement;

  private readonly session = new SessionState(this);

  override render() {
    const {objections} = rankingWords();
    const open = this.objections.filter(({state}) => state === 'filed').length;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${objections.heading(open)}</h2>
      <p class="subtitle">${objections.subtitle}</p>
      ${
        this.objections.length === 0
          ? html`<p>${objections.none}</p>`
          : html`<ul>
              ${this.objections.map((one) => this.renderObjection(one))}
            </ul>`
      }
      ${this.may('POST /campaigns/{id}/objections') ? this.renderFiling() : nothing}
    </section>`;
  }

  private renderObjection(one: ObjectionAnswer) {
    const {objections} = rankingWords();
    const isOpen = one.state === 'filed';
    return html`<li>
      <p>
        <strong>${objections.states[one.state]}</strong> ·
        ${objections.about(one.candidate_name ?? one.candidate, one.filed_by, formatMoment(one.filed_at))}
      </p>
      <p>${one.text}</p>
      <p class="small">${objections.evidence(one.evidence)}</p>
      ${one.attachment ? this.renderAttachment(one.id, one.attachment) : nothing}
      ${
        one.decided_by && one.decided_at
          ? html`<p>
              ${objections.decided(one.decided_by, formatMoment(one.decided_at), one.decision_reason ?? '')}
            </p>`
          : nothing
      }
      ${
        isOpen && this.may('POST /campaigns/{id}/objections/{objection}/decision')
          ? html`<reason-form
              label=${objections.reason}
              .deeds=${[
                {
                  name: objections.accept,
                  act: (reason: string) => decideObjection(one.id, 'accepted', reason),
                },
                {
                  name: objections.reject,
                  act: (reason: string) => decideObjection(one.id, 'rejected', reason),
                },
              ]}
              @decided=${this.tell}
            ></reason-form>`
          : nothing
      }
    </li>`;
  }

  private renderAttachment(id: number, {name, type, bytes}: NonNullable<ObjectionAnswer['attachment']>) {
    const {objections} = rankingWords();
    return html`<p class="small">
      <a class="no-print" href=${objectionAttachment(id)} download>${objections.takeFile}</a>
      ${objections.fileNote(name, type.toUpperCase(), formatBytes(bytes))}
    </p>`;
  }

  private renderFiling() {
    const {objections} = rankingWords();
    return html`<details class="no-print">
      <summary>${objections.file}</summary>
      <form @submit=${this.onSubmit} aria-busy=${this.isBusy}>
        <candidate-field
          label=${objections.candidate}
          .candidates=${this.candidates}
          ?partial=${this.partial}
        ></candidate-field>
        <label class="field">
          <span>${objections.text}</span>
          <textarea name="text" rows="3" required maxlength="2000"></textarea>
        </label>
        <label class="field">
          <span>${objections.evidenceField}</span>
          <input name="evidence" required maxlength="2000" autocomplete="off" />
        </label>
        <label class="field">
          <span>${objections.fileField}</span>
          <input name="file" type="file" accept=".pdf,.docx,.png,.jpg,.jpeg" aria-describedby="file-advice" />
        </label>
        <p id="file-advice" class="small">${objections.fileAdvice}</p>
        ${this.refusal ? html`<p class="problem" role="alert">${this.refusal}</p>` : nothing}
        <div class="actions"><button type="submit" ?disabled=${this.isBusy}>${objections.send}</button></div>
      </form>
    </details>`;
  }

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
  }

  private readonly tell = () => {
    this.dispatchEvent(new Event('decided'));
  };

  private readonly onSubmit = async (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const candidate = this.about.value;
    if (candidate === '') {
      this.refusal = rankingWords().objections.choose;
      return;
    }
    const chosen = this.file.files?.[0];
    if (chosen && chosen.size > largestFile) {
      this.refusal = rankingWords().objections.tooLarge(formatBytes(chosen.size));
      return;
    }
    this.isBusy = true;
    this.refusal = '';
    try {
      const [text, evidence] = [this.text.value, this.evidence.value];
      const attachment = chosen && {name: chosen.name, content: await base64Of(chosen)};
      await fileObjection({kind: this.kind, candidate, text, evidence, ...(attachment ? {attachment} : {})});
      form.reset();
      this.tell();
    } catch (error) {
      this.refusal = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  };

  static override styles = [
    controlStyles,
    blockStyles,
    fieldStyles,
    css`
      ul {
        display: grid;
        gap: var(--space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding-left: var(--space-3);
        border-left: 3px solid var(--rule-strong);
        overflow-wrap: anywhere;
      }

      p {
        margin: 0 0 var(--space-1);
      }

      details {
        margin-top: var(--space-3);
      }

      summary {
        min-height: 1.5rem;
        color: var(--accent);
        cursor: pointer;
      }

      form {
        display: grid;
        gap: var(--space-3);
        max-width: 44rem;
        margin-top: var(--space-2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'objection-panel': ObjectionPanel;
  }
}
