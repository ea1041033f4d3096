import {html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {guard} from 'lit/directives/guard.js';
import type {EntryDay, OverviewAnswer, Target} from '../../api/answers.ts';
import {entriesChart} from '../charts/entries-chart.ts';
import {formatCount, formatDate} from '../format.ts';
import {language, words} from '../labels/words.ts';
import type {FigureTable} from './figure-frame.ts';
import './figure-frame.ts';
import './vega-chart.ts';

/** How the files of a unit came in, and how they are to go on. */
export interface Course extends Pick<OverviewAnswer, 'night' | 'version' | 'demo' | 'pace'> {
  entries: readonly EntryDay[];
  completion: {numerator: number | null; denominator: number | null};
  missing: number;
  target: Target | null;
}

/** How the files were entered, and whether the present pace keeps the deadline. */
@customElement('entries-figure')
export class EntriesFigure extends LitElement {
  @property({attribute: false}) course!: Course;
  /** Whose files they are, in words. */
  @property() place = '';
  /** The address of the figures as a file. */
  @property({attribute: false}) file: ((format: 'csv' | 'xlsx') => string) | null = null;

  override render() {
    const {entries, night, pace} = this.course;
    const heading = this.heading();
    return html`<figure-frame
      name="entries"
      .heading=${heading}
      .subtitle=${words().entries.subtitle(this.place, formatDate(entries[0]?.day ?? night), formatDate(night))}
      .summary=${[this.summary(), this.forecast()].filter(Boolean).join(' ')}
      .table=${this.table()}
      .file=${this.file}
      .stamp=${this.course}
    >
      <vega-chart
        height="190"
        .label=${heading}
        .chart=${guard([entries, pace, language()], () =>
          entriesChart({
            entries,
            required: this.required(),
            deadline: this.deadline(),
            forecast: pace?.forecast ?? null,
          }),
        )}
      ></vega-chart>
    </figure-frame>`;
  }

  private required(): number {
    return this.course.completion.denominator ?? 0;
  }

  private deadline(): string | null {
    return this.course.target?.deadline ?? null;
  }

  private heading(): string {
    const {pace, missing} = this.course;
    const deadline = this.deadline();
    if (missing === 0) return words().entries.done;
    if (!pace) {
      return deadline
        ? words().entries.overdue(formatDate(deadline))
        : words().entries.unknown(formatCount(missing));
    }
    const {needed_per_working_day: needed, entered_per_working_day: entered} = pace;
    if (needed === null || entered === null) return words().entries.unknown(formatCount(missing));
    return entered >= needed
      ? words().entries.onTime(formatDate(pace.deadline))
      : words().entries.behind(formatDate(pace.deadline));
  }

  private summary(): string {
    const {pace, completion, missing} = this.course;
    if (!pace || pace.needed_per_working_day === null || missing === 0) {
      return words().entries.captionPlain(
        formatCount(completion.numerator ?? 0),
        formatCount(this.required()),
      );
    }
    // A pace that is needed is rounded up: rounded down it would leave files over.
    const needed = formatCount(Math.ceil(pace.needed_per_working_day));
    return pace.entered_per_working_day === null
      ? words().entries.captionNeeded(needed, pace.working_days_left)
      : words().entries.caption(
          needed,
          formatCount(Math.round(pace.entered_per_working_day)),
          pace.working_days_left,
        );
  }

  private forecast(): string {
    const {p10, p50, p90} = this.course.pace?.forecast ?? {};
    if (!p10 || !p50 || !p90) return '';
    return p10 === p90
      ? words().entries.forecastOneDay(formatDate(p50))
      : words().entries.forecastSentence(formatDate(p50), formatDate(p10), formatDate(p90));
  }

  private table(): FigureTable {
    return {
      columns: [words().entries.day, words().entries.actual, words().entries.missing],
      rows: this.course.entries
        .toReversed()
        .map(({day, done}) => [formatDate(day), formatCount(done), formatCount(this.required() - done)]),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entries-figure': EntriesFigure;
  }
}
