import {Task} from '@lit/task';
import {html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import type {LetterTemplateAnswer} from '../../api/answers.ts';
import {NoAnswer} from '../client.ts';
import {formatMoment} from '../format.ts';
import {letterWords} from '../labels/letter-words.ts';
import {language, words} from '../labels/words.ts';
import {changeTemplate, fetchTemplate, previewLetter, type LetterAsked} from '../letter-client.ts';
import {fieldStyles} from './field-styles.ts';
import {letterTemplateStyles} from './letter-template-styles.ts';
import './letter-values.ts';
import type {Insertion} from './letter-values.ts';
import './page-state.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';

/**
 * The template of a letter: its text, what it may name, a look at the letter it would make, and every change of it.
 * What is typed stays until it is kept or undone; `close` asks the page to take the editor away.
 */
@customElement('letter-template')
export class LetterTemplate extends LitElement {
  @property() letter = '';
  @property({attribute: false}) asked: LetterAsked = {unit: null, campaign: null};
  /** What was typed; null while it is the text in force. */
  @state() private draft: string | null = null;
  @state() private preview: string | null = null;
  @state() private refusal = '';
  @state() private told = '';
  @state() private isBusy = false;
  @query('#heading') private readonly heading!: HTMLElement | null;
  @query('#text') private readonly field!: HTMLTextAreaElement;
  @query('#reason') private readonly reason!: HTMLInputElement;

  private readonly found = new Task(this, {
    task: ([letter, unit, campaign], {signal}) => fetchTemplate(letter, {unit, campaign}, signal),
    args: () => [this.letter, this.asked.unit, this.asked.campaign] as const,
  });

  /** Comes into view once there is something to see; whoever opened it goes on from there. */
  async enter(): Promise<void> {
    await this.found.taskComplete;
    await this.updateComplete;
    this.scrollIntoView({block: 'start'});
    this.heading?.focus({preventScroll: true});
  }

  override render() {
    const {value, error} = this.found;
    if (error) {
      return html`<page-state
        kind="failed"
        .reason=${(error as Error).message}
        @retry=${() => void this.found.run()}
      ></page-state>`;
    }
    return value === undefined ? html`<page-state kind="pending"></page-state>` : this.renderTemplate(value);
  }

  private renderTemplate(template: LetterTemplateAnswer) {
    const text = letterWords();
    const {name, takes, may_change: mayChange} = template;
    return html`<section class="block" aria-labelledby="heading" aria-busy=${this.isBusy}>
      <header>
        <h2 id="heading" tabindex="-1">${text.title(name[language()])}</h2>
        <button @click=${() => this.dispatchEvent(new Event('close'))}>${text.close}</button>
      </header>
      <p class="subtitle">${standingOf(template)} ${mayChange ? '' : text.mayNot}</p>
      <div class="pair">
        <div>
          <label class="field" for="text">${text.text}</label>
          <textarea
            id="text"
            rows="24"
            spellcheck="false"
            aria-describedby="help"
            ?readonly=${!mayChange}
            .value=${live(this.draft ?? template.text)}
            @input=${this.type}
          ></textarea>
          <p class="small" id="help">${text.textHelp}</p>
          ${this.renderDeeds(template)}
        </div>
        <div class="values" role="region" aria-labelledby="values" tabindex="0">
          <h3 id="values">${text.valuesTitle}</h3>
          ${takes.includes('unit') && this.asked.unit === null ? html`<p>${text.chooseUnit}</p>` : nothing}
          <letter-values .template=${template} ?mayInsert=${mayChange} @insert=${this.insert}></letter-values>
        </div>
      </div>
      ${this.renderPreview(name[language()])} ${this.renderHistory(template)}
    </section>`;
  }

  private renderDeeds({
    may_change: mayChange,
    is_shipped: isShipped,
    text: inForce,
    ...template
  }: LetterTemplateAnswer) {
    const text = letterWords();
    const isChanged = this.draft !== null && this.draft !== inForce;
    return html`${this.refusal ? html`<p class="problem" role="alert">${this.refusal}</p>` : nothing}
      <p class="told" role="status">${this.told || (isChanged ? text.unsaved : '')}</p>
      ${
        mayChange
          ? html`<label class="field"
              ><span>${text.reason}</span><input id="reason" maxlength="2000" autocomplete="off"
            /></label>`
          : nothing
      }
      <div class="actions">
        <button ?disabled=${this.isBusy} @click=${() => this.try(this.draft ?? inForce)}>${text.try}</button>
        ${
          mayChange
            ? html`<button
                  ?disabled=${this.isBusy || !isChanged}
                  @click=${() => this.keep(this.draft, template.revision)}
                >
                  ${text.save}
                </button>
                <button ?disabled=${this.isBusy || !isChanged} @click=${this.undo}>${text.undo}</button>
                <button
                  ?disabled=${this.isBusy || isShipped}
                  @click=${() => this.keep(null, template.revision)}
                >
                  ${text.back}
                </button>`
            : nothing
        }
      </div>`;
  }

  private renderPreview(name: string) {
    if (this.preview === null) return nothing;
    const text = letterWords();
    return html`<h3>${text.previewTitle}</h3>
      <iframe sandbox="" tabindex="0" title=${text.previewOf(name)} srcdoc=${this.preview}></iframe>`;
  }

  private renderHistory({history, shipped, may_change: mayChange}: LetterTemplateAnswer) {
    if (history.length === 0) return nothing;
    const text = letterWords();
    return html`<details>
      <summary>${text.history(history.length)}</summary>
      <ol>
        ${history.map(
          (kept) =>
            html`<li>
              ${formatMoment(kept.at)}, ${kept.actor}: ${kept.reason}
              ${kept.text === null ? `(${text.shippedText})` : nothing}
              ${
                mayChange
                  ? html`<button
                      class="quiet"
                      aria-label=${text.useOf(formatMoment(kept.at))}
                      @click=${() => this.use(kept.text ?? shipped)}
                    >
                      ${text.use}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ol>
    </details>`;
  }

  private readonly type = () => {
    this.draft = this.field.value;
    this.told = '';
  };

  private readonly undo = () => {
    this.draft = null;
    this.refusal = '';
  };

  private use(text: string) {
    this.draft = text;
    this.field.focus();
  }

  /** Puts a name where the cursor is, over what is selected. */
  private readonly insert = ({detail}: Insertion) => {
    const {field} = this;
    field.setRangeText(detail, field.selectionStart, field.selectionEnd, 'end');
    this.type();
    field.focus();
  };

  private readonly try = (text: string) =>
    this.doing(async () => {
      this.preview = await previewLetter(this.letter, this.asked, text);
      this.told = '';
    });

  private readonly keep = (text: string | null, revision: number) =>
    this.doing(async () => {
      const reason = this.reason.value.trim();
      await changeTemplate(this.letter, this.asked, {text, reason, revision});
      await this.found.run();
      this.draft = null;
      this.preview = null;
      this.reason.value = '';
      this.told = text === null ? letterWords().isBack : letterWords().saved;
    });

  /** A refusal is said in the API's own sentence, and the line it is about selected; what was typed stays. */
  private async doing(work: () => Promise<void>) {
    this.isBusy = true;
    this.refusal = '';
    this.told = '';
    try {
      await work();
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : words().failed;
      if (error instanceof NoAnswer && error.problem?.line !== undefined) this.select(error.problem.line);
      if (error instanceof NoAnswer && error.problem?.code === 'changed_meanwhile') void this.found.run();
    } finally {
      this.isBusy = false;
    }
  }

  private select(line: number) {
    const lines = this.field.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, {length}) => sum + length + 1, 0);
    this.field.focus();
    this.field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  }

  static override styles = [controlStyles, blockStyles, fieldStyles, letterTemplateStyles];
}

/** Whose template it is, and since when. */
function standingOf({is_shipped: isShipped, history: [last]}: LetterTemplateAnswer): string {
  const text = letterWords();
  if (last === undefined) return text.shipped;
  const when = formatMoment(last.at);
  return isShipped ? text.wentBack(last.actor, when) : text.changed(last.actor, when);
}

declare global {
  interface HTMLElementTagNameMap {
    'letter-template': LetterTemplate;
  }
}
