import {css, html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {PaperFormat} from '../../api/answers.ts';
import {paperWords, type LinkedPaper} from '../labels/paper-words.ts';
import {addressOfPaper, fetchPaper, type PaperQuestion} from '../paper-client.ts';
import {saveFile} from '../save-file.ts';
import {controlStyles} from './shared-styles.ts';

/** The ways to have a paper: a look at it here, or a file; what hinders it is said in a sentence. */
@customElement('paper-links')
export class PaperLinks extends LitElement {
  @property() paper = '';
  /** What the paper is asked about. */
  @property({attribute: false}) asked: PaperQuestion = {};
  /** Its name; a paper that other pages link to has one of its own. */
  @property() name = '';
  @property({attribute: false}) formats: readonly PaperFormat[] = ['html', 'docx', 'pdf', 'xlsx'];
  @state() private preview: string | null = null;
  @state() private told = '';
  @state() private problem = '';
  @state() private making: AbortController | null = null;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.making?.abort();
  }

  /** What was shown of another paper is no preview of this one. */
  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('asked');
    const isOther = before !== undefined && JSON.stringify(before) !== JSON.stringify(this.asked);
    if (!isOther && !changed.has('paper')) return;
    this.making?.abort();
    this.preview = null;
    this.told = '';
    this.problem = '';
  }

  override render() {
    const name = this.shownName;
    return html`<p class="ways">
        ${this.name === '' ? html`<span>${name}</span>` : nothing}
        ${this.formats.map((format) =>
          format === 'html' ? this.renderPreviewButton(name) : this.renderDownload(format, name),
        )}
      </p>
      <p class="told" role="status">${this.told}</p>
      ${this.problem === '' ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
      ${
        this.preview === null
          ? nothing
          : html`<iframe
              sandbox=""
              tabindex="0"
              title=${paperWords().previewOf(name)}
              srcdoc=${this.preview}
            ></iframe>`
      }`;
  }

  private get shownName(): string {
    if (this.name !== '') return this.name;
    return (paperWords().links as Readonly<Record<string, string>>)[this.paper] ?? this.paper;
  }

  private renderPreviewButton(name: string) {
    const {formats, closePreview} = paperWords();
    const isOpen = this.preview !== null;
    return html`<button type="button" aria-expanded=${isOpen} @click=${this.togglePreview}>
      ${isOpen ? closePreview : formats.html}<span class="unseen"> ${name}</span>
    </button>`;
  }

  private renderDownload(format: Exclude<PaperFormat, 'html'>, name: string) {
    return html`<a
      href=${addressOfPaper(this.paper, this.asked, format)}
      download
      @click=${(event: Event) => {
        event.preventDefault();
        void this.download(format);
      }}
      >${paperWords().formats[format]}<span class="unseen"> ${name}</span></a
    >`;
  }

  private readonly togglePreview = () => {
    if (this.preview !== null) {
      this.preview = null;
      this.told = '';
      return;
    }
    void this.make('html', async ({content}) => {
      this.preview = await content.text();
    });
  };

  private download(format: PaperFormat) {
    return this.make(format, ({name, content}) => saveFile(name, content));
  }

  /** One at a time: asking for another gives up the one before. */
  private async make(
    format: PaperFormat,
    take: (paper: {name: string; content: Blob}) => unknown,
  ): Promise<void> {
    this.making?.abort();
    const making = new AbortController();
    this.making = making;
    this.problem = '';
    this.told = paperWords().making(this.shownName);
    try {
      await take(await fetchPaper(addressOfPaper(this.paper, this.asked, format), making.signal));
      this.told = paperWords().made(this.shownName);
    } catch (error) {
      if (making.signal.aborted) return;
      this.told = '';
      this.problem = (error as Error).message;
    } finally {
      if (this.making === making) this.making = null;
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        font-size: var(--text-small);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        align-items: center;
        margin: var(--space-1) 0;
      }

      .told {
        margin: 0;
        color: var(--ink-soft);
      }

      .problem {
        margin: var(--space-1) 0;
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--alarm);
        background: var(--alarm-soft);
      }

      iframe {
        width: 100%;
        height: 34rem;
        max-height: 80vh;
        border: 1px solid var(--rule-strong);
        background: #fff;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

/** Names a paper that the page at hand links to. */
export const linkToPaper = (paper: LinkedPaper, asked: PaperQuestion = {}) =>
  html`<paper-links .paper=${paper} .asked=${asked}></paper-links>`;

/** Names a letter that the page at hand links to; a letter is no table. */
export const linkToLetter = (letter: LinkedPaper, asked: PaperQuestion = {}) =>
  html`<paper-links .paper=${letter} .asked=${asked} .formats=${['html', 'docx', 'pdf']}></paper-links>`;

declare global {
  interface HTMLElementTagNameMap {
    'paper-links': PaperLinks;
  }
}
