import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, query} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {PaperOffered, PapersAnswer, Unit} from '../../api/answers.ts';
import {fetchUnits} from '../client.ts';
import '../components/letter-template.ts';
import type {LetterTemplate} from '../components/letter-template.ts';
import '../components/page-state.ts';
import '../components/paper-choices.ts';
import type {PaperChoice} from '../components/paper-choices.ts';
import '../components/paper-links.ts';
import {blockStyles, controlStyles} from '../components/shared-styles.ts';
import {letterWords} from '../labels/letter-words.ts';
import {paperWords} from '../labels/paper-words.ts';
import {language} from '../labels/words.ts';
import {News} from '../news.ts';
import {fetchPapers, type PaperQuestion} from '../paper-client.ts';
import {SessionState} from '../session.ts';
import {choiceIn} from '../state.ts';
import {UrlState} from '../url-state.ts';

/** The papers that leave the house, by what they are for: a look at each, and a file of it. */
@customElement('papers-page')
export class PapersPage extends LitElement {
  private readonly url = new UrlState(this);
  private readonly news = new News(this);
  private readonly session = new SessionState(this);

  @query('letter-template') private readonly editor!: LetterTemplate | null;

  private readonly found = new Task(this, {
    task: async (_args, {signal}) => {
      const [papers, units] = await Promise.all([fetchPapers(signal), fetchUnits(signal)]);
      return {papers, units};
    },
    args: () => [this.news.now] as const,
  });

  override render() {
    const text = paperWords();
    return keyed(
      language(),
      html`<h1>${text.title}</h1>
        <p class="subtitle">${text.subtitle}</p>
        ${this.renderFound()}`,
    );
  }

  private renderFound() {
    const {value, error} = this.found;
    if (error) {
      const again = () => void this.found.run();
      return html`<page-state
        kind="failed"
        .reason=${(error as Error).message}
        @retry=${again}
      ></page-state>`;
    }
    if (value === undefined) return html`<page-state kind="pending"></page-state>`;
    const {papers, units} = value;
    const choice = this.choiceAmong(units);
    const byPurpose = Map.groupBy(papers.rows, ({purpose}) => purpose);
    return html`<div class="page">
      ${
        papers.rows.some(({takes}) => takes.length > 0)
          ? html`<paper-choices
              .papers=${papers}
              .units=${units}
              .choice=${choice}
              @choose=${this.choose}
            ></paper-choices>`
          : nothing
      }
      ${[...byPurpose].map(([purpose, rows]) => this.renderPurpose(purpose, rows, choice, papers))}
      ${this.renderTemplate(papers, choice)}
    </div>`;
  }

  private renderPurpose(
    purpose: PaperOffered['purpose'],
    rows: readonly PaperOffered[],
    choice: PaperChoice,
    papers: PapersAnswer,
  ) {
    const text = paperWords();
    return html`<section class="block" aria-labelledby="purpose-${purpose}">
      <h2 id="purpose-${purpose}">${text.purposeTitle(text.purposes[purpose], rows.length)}</h2>
      <ul>
        ${rows.map(
          (paper) =>
            html`<li>
              <h3>${paper.name[language()]}</h3>
              <p class="small">${text.kinds[paper.kind]}. ${text.follows(paper.follows)}</p>
              <paper-links
                .paper=${paper.id}
                .name=${paper.name[language()]}
                .formats=${paper.formats}
                .asked=${askedOf(paper, choice, papers)}
              ></paper-links>
              ${
                paper.kind === 'letter' && this.mayOpenTemplates
                  ? html`<button class="quiet" @click=${() => this.open(paper.id)}>
                      ${letterWords().open}<span class="unseen"> ${paper.name[language()]}</span>
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** The template of the letter that the address names, for those who may see it. */
  private renderTemplate({rows}: PapersAnswer, {unit, campaign}: PaperChoice) {
    const letter = this.url.now.choices['template'];
    if (!this.mayOpenTemplates || !rows.some(({id, kind}) => id === letter && kind === 'letter'))
      return nothing;
    return keyed(
      letter,
      html`<letter-template
        .letter=${letter}
        .asked=${{unit, campaign}}
        @close=${() => this.url.choose({template: null})}
      ></letter-template>`,
    );
  }

  private get mayOpenTemplates(): boolean {
    return this.session.now?.routes.includes('GET /letters/{letter}/template') ?? false;
  }

  private async open(letter: string) {
    this.url.choose({template: letter});
    await this.updateComplete;
    await this.editor?.enter();
  }

  /** What the address says; a province's viewer begins with the province. */
  private choiceAmong(units: readonly Unit[]): PaperChoice {
    const {choices} = this.url.now;
    const provinces = units.filter(({level}) => level === 'province');
    const own = provinces.length === 1 ? (provinces[0]?.unit_id ?? null) : null;
    return {
      unit: units.find(({unit_id}) => unit_id === choices['unit'])?.unit_id ?? own,
      period: choices['period'] ?? null,
      form: choiceIn(this.url.now, 'form', ['VIEC', 'TIEN']),
      campaign: choices['campaign'] ?? null,
      kind: choiceIn(this.url.now, 'kind', ['province', 'office', 'individual']),
    };
  }

  private readonly choose = ({detail}: CustomEvent<Partial<PaperChoice>>) => {
    this.url.choose(detail);
  };

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      h1 {
        margin: 0;
        font-size: var(--text-page);
        line-height: 1.3;
      }

      .page {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      ul {
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding: var(--space-3) 0;
        border-top: 1px solid var(--rule);
      }

      li:first-child {
        border-top: 0;
        padding-top: 0;
      }

      h3 {
        margin: 0;
        font-size: var(--text);
        font-weight: 600;
      }

      p {
        margin: 0;
      }

      .subtitle {
        margin-bottom: var(--space-3);
      }
    `,
  ];
}

/** Of what is chosen, what the paper takes. */
function askedOf({takes}: PaperOffered, choice: PaperChoice, {periods}: PapersAnswer): PaperQuestion {
  const period = periods[choice.form ?? 'VIEC'].find(
    ({nam, so_thang}) => `${nam}-${so_thang}` === choice.period,
  );
  const asked: PaperQuestion = {
    unit: choice.unit,
    loai_bieu: choice.form,
    nam: period?.nam,
    so_thang: period?.so_thang,
    campaign: choice.campaign,
    kind: choice.kind,
  };
  return Object.fromEntries(Object.entries(asked).filter(([name]) => takes.includes(name)));
}

declare global {
  interface HTMLElementTagNameMap {
    'papers-page': PapersPage;
  }
}
