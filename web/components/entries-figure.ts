import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {guard} from 'lit/directives/guard.js';
import {entriesChart} from '../charts/entries-chart.ts';
import {eventDays, type EventDay} from '../findings/course-events.ts';
import {nameOfEvent} from '../findings/event-names.ts';
import {headingOfCourse, type Course} from '../findings/entries-course.ts';
import {formatCount, formatDate, formatDay} from '../format.ts';
import {standingWords} from '../labels/standing-words.ts';
import {language, words} from '../labels/words.ts';
import type {FigureTable} from './figure-frame.ts';
import './figure-frame.ts';
import './vega-chart.ts';

/** How the files were entered, and whether the present pace keeps the deadline. */
@customElement('entries-figure')
export class EntriesFigure extends LitElement {
  @property({attribute: false}) course!: Course;
  /** Whose files they are, in words. */
  @property() place = '';
  /** The address of the figures as a file. */
  @property({attribute: false}) file: ((format: 'csv' | 'xlsx') => string) | null = null;

  override render() {
    const {entries, night, pace, events} = this.course;
    const heading = headingOfCourse(this.course);
    const marked = eventDays(events ?? [], entries[0]?.day ?? night);
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
        .chart=${guard([entries, pace, events, language()], () =>
          entriesChart({
            entries,
            required: this.required(),
            deadline: this.deadline(),
            forecast: pace?.forecast ?? null,
            marked,
          }),
        )}
      ></vega-chart>
      ${this.renderEvents(marked)}
    </figure-frame>`;
  }

  private renderEvents(marked: readonly EventDay[]) {
    if (marked.length === 0) return nothing;
    const text = standingWords().events;
    return html`<ol aria-label=${text.heading}>
      ${marked.map(
        ({number, day, events}) =>
          html`<li value=${number}>
            <span class="day">${formatDay(day)}</span>: ${events.map(nameOfEvent).join('; ')}
          </li>`,
      )}
    </ol>`;
  }

  private required(): number {
    return this.course.completion.denominator ?? 0;
  }

  private deadline(): string | null {
    return this.course.target?.deadline ?? null;
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

  static override styles = css`
    ol {
      margin: var(--space-2) 0 0;
      padding-left: 1.4rem;
      color: var(--ink-soft);
      font-size: var(--text-small);
      columns: 16rem auto;
      column-gap: var(--space-4);
    }

    li {
      break-inside: avoid;
    }

    .day {
      font-variant-numeric: tabular-nums;
      color: var(--ink);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'entries-figure': EntriesFigure;
  }
}
