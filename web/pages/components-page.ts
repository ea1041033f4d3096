import {css, html, LitElement, type TemplateResult} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {Figure, Status, Target} from '../../api/answers.ts';
import '../components/bullet-rule.ts';
import '../components/dot-axis.ts';
import '../components/figure-frame.ts';
import '../components/fraction-text.ts';
import type {KeyHelp} from '../components/key-help.ts';
import '../components/key-help.ts';
import '../components/metric-card.ts';
import '../components/night-picker.ts';
import '../components/page-state.ts';
import {pageStyles} from '../components/page-styles.ts';
import '../components/place-search.ts';
import {controlStyles} from '../components/shared-styles.ts';
import '../components/spark-line.ts';
import '../components/status-chip.ts';
import '../components/toast-note.ts';
import {componentWords} from '../labels/component-words.ts';
import {language, words} from '../labels/words.ts';
import {UrlState} from '../url-state.ts';

const statuses: readonly Status[] = ['met', 'near', 'missed', 'no_target', 'no_data'];
const pageStates = ['pending', 'empty', 'failed', 'refused', 'unknown'] as const;
const colours = [
  'paper',
  'ground',
  'tint-1',
  'tint-2',
  'tint-3',
  'accent-soft',
  'alarm-soft',
  'notice',
] as const;
const nights = ['2026-03-17', '2026-03-24', '2026-03-31'];
const course = [0.42, 0.68, 0.9].map((value, index) => ({night: nights[index]!, value}));
const target: Target = {
  goal: 1,
  floor: 0.95,
  deadline: '2026-04-14T23:59:59+07:00',
  letter: '606/KH-CQLTHADS',
  clause: 'III.3.b',
  by_default: false,
};

/** Every part of the interface in each of its states: what a builder copies and an auditor looks at. */
@customElement('components-page')
export class ComponentsPage extends LitElement {
  @state() private toast = '';
  @query('key-help') private readonly dialog!: KeyHelp;

  protected readonly url = new UrlState(this);

  override render() {
    const {parts, heading, intro} = componentWords();
    return keyed(
      language(),
      html`<h1>${heading}</h1>
        <p>${intro}</p>
        <div class="page">
          ${this.renderPart(parts.cards, this.renderCards())}
          ${this.renderPart(parts.fractions, this.renderFractions())}
          ${this.renderPart(
            parts.statuses,
            html`<p class="row">
              ${statuses.map((status) => html`<status-chip .status=${status}></status-chip>`)}
            </p>`,
          )}
          ${this.renderPart(parts.dots, this.renderDots())}
          ${this.renderPart(parts.table, this.renderFigure())}
          ${this.renderPart(
            parts.states,
            html`${pageStates.map(
              (kind) => html`<page-state .kind=${kind} .reason=${componentWords().failure}></page-state>`,
            )}`,
          )}
          ${this.renderPart(parts.dialog, this.renderDialog())}
          ${this.renderPart(parts.pickers, this.renderPickers())}
          ${this.renderPart(parts.colours, this.renderColours())}
        </div>`,
    );
  }

  private renderPart(name: string, content: TemplateResult) {
    return html`<section aria-label=${name}>
      <h2>${name}</h2>
      ${content}
    </section>`;
  }

  private renderCards() {
    return html`<div class="cards">
      ${statuses.map((status) => {
        const value = {met: 1, near: 0.97, missed: 0.42, no_target: 0.9, no_data: null}[status];
        const figure: Figure =
          value === null
            ? {numerator: null, denominator: null, value, status}
            : {numerator: value * 100, denominator: 100, value, status};
        return html`<metric-card
          .heading=${componentWords().sample}
          .unit=${words().units.files}
          .figure=${{...figure, previous: null, history: course}}
          .target=${status === 'no_target' || status === 'no_data' ? null : target}
        ></metric-card>`;
      })}
    </div>`;
  }

  private renderFractions() {
    return html`<p>
        <fraction-text .count=${685_231} .of=${688_271} .unit=${words().units.files}></fraction-text>
      </p>
      <p><fraction-text .unit=${words().units.files}></fraction-text></p>
      <bullet-rule .value=${0.97} .goal=${1} .floor=${0.95}></bullet-rule>
      <bullet-rule .value=${0.42} .goal=${1} .floor=${0.95} alarming></bullet-rule>`;
  }

  private renderDots() {
    return html`<div class="row">
      <dot-axis .value=${0.97} .goal=${1}></dot-axis>
      <dot-axis .value=${0.42} .goal=${1} alarming></dot-axis>
      <dot-axis .value=${null} .goal=${1}></dot-axis>
      <spark-line .points=${course}></spark-line>
    </div>`;
  }

  private renderFigure() {
    return html`<figure-frame
      name="sample"
      .heading=${componentWords().figure}
      .subtitle=${componentWords().sample}
      .summary=${componentWords().typography}
      .table=${{
        columns: [words().asOf, componentWords().sample],
        rows: course.map(({night, value}) => [night, `${value * 100}%`]),
      }}
      .file=${(format: 'csv' | 'xlsx') => `/api/v1/metrics?format=${format}`}
    >
      <spark-line .points=${course}></spark-line>
    </figure-frame>`;
  }

  private renderDialog() {
    return html`<p class="row">
        <button type="button" @click=${() => this.dialog.show()}>${componentWords().openDialog}</button>
        <button type="button" @click=${() => (this.toast = componentWords().toast)}>
          ${componentWords().showToast}
        </button>
        <button type="button" disabled>${words().retry}</button>
        <button type="button" aria-pressed="true">${words().showTable}</button>
      </p>
      <key-help></key-help>
      <toast-note .text=${this.toast} @close=${() => (this.toast = '')}></toast-note>`;
  }

  private renderPickers() {
    return html`<div class="row">
      <night-picker .nights=${nights} .night=${nights[1]!} .comparedWith=${nights[0]!}></night-picker>
      <place-search></place-search>
    </div>`;
  }

  private renderColours() {
    return html`<p class="row">
        ${colours.map((colour) => html`<span class="swatch ${colour}">${colour}</span>`)}
      </p>
      <p>${componentWords().typography}</p>
      <p class="title">${componentWords().typography}</p>
      <p class="small">${componentWords().typography}</p>`;
  }

  static override styles = [
    pageStyles,
    controlStyles,
    css`
      section {
        padding: var(--space-4) 0;
        border-top: 1px solid var(--rule);
      }

      h2 {
        margin: 0 0 var(--space-3);
        font-size: var(--text-title);
      }

      page-state {
        margin-bottom: var(--space-3);
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: center;
      }

      .title {
        font-size: var(--text-title);
        font-weight: 700;
      }

      .small {
        font-size: var(--text-small);
      }

      .swatch {
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        font-size: var(--text-small);
      }

      .paper {
        background: var(--paper);
      }

      .ground {
        background: var(--ground);
      }

      .tint-1 {
        background: var(--tint-1);
      }

      .tint-2 {
        background: var(--tint-2);
      }

      .tint-3 {
        background: var(--tint-3);
      }

      .accent-soft {
        background: var(--accent-soft);
      }

      .alarm-soft {
        background: var(--alarm-soft);
      }

      .notice {
        background: var(--notice);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'components-page': ComponentsPage;
  }
}
