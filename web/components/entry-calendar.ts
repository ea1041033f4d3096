import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {NightStamp, SignalDays} from '../../api/answers.ts';
import {calendarFigure} from '../charts/calendar-chart.ts';
import {
  busiestDay,
  filesIn,
  mostWeeks,
  shadeOf,
  signShape,
  signsByDay,
  signsShown,
  weeksOf,
  type CalendarDay,
} from '../findings/entry-weeks.ts';
import {formatCount, formatDate, formatDay} from '../format.ts';
import {calendarWords} from '../labels/calendar-words.ts';
import {language, words} from '../labels/words.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './figure-picture.ts';
import './table-ways.ts';

/**
 * How many files were entered on each day, a row for each weekday: the darker, the more, with the number in it; and
 * the days with signs of entry for form's sake, by a shape and its word.
 */
@customElement('entry-calendar')
export class EntryCalendar extends LitElement {
  @property({attribute: false}) entries: readonly {day: string; entered: number}[] = [];
  /** The days with signs; null where none are kept. */
  @property({attribute: false}) signs: readonly SignalDays[] | null = null;
  /** The night they are of. */
  @property({attribute: false}) stamp!: Pick<NightStamp, 'night' | 'version' | 'demo'>;
  /** Whose they are, for the name of the picture. */
  @property() unit = '';
  /** Whose files they are, in words. */
  @property() place = '';

  override render() {
    const weeks = weeksOf(this.entries, this.stamp.night, mostWeeks);
    const days = weeks.flat();
    const most = busiestDay(days)?.entered;
    const figure = calendarFigure(this, this.stamp);
    if (!figure || most === undefined) return nothing;
    const {restDays, weekday, weekOf, weekdays} = calendarWords();
    const signsOf = signsByDay(this.signs ?? []);
    const {heading, subtitle} = figure;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${subtitle}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${heading}
          </caption>
          <thead>
            <tr>
              <th scope="col">${weekday}</th>
              ${weeks.map(
                ([monday]) =>
                  html`<th scope="col" class="day">
                    <span class="unseen">${weekOf(formatDate(monday!.day))}</span>
                    <span aria-hidden="true">${formatDay(monday!.day)}</span>
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${weekdays.map(
              (name, index) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  ${weeks.map((week) => this.renderDay(week[index]!, most, signsOf))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="small">
        ${restDays(formatCount(filesIn(weeks.flatMap((week) => week.slice(5)))), formatCount(filesIn(days)))}
        ${this.renderLegend(days)}
      </p>
      <table-ways .heading=${heading} .subtitle=${subtitle}
        ><figure-picture name=${`calendar-${this.unit}`} .figure=${figure}></figure-picture
      ></table-ways>
    </section>`;
  }

  private renderDay(
    {day, entered}: CalendarDay,
    most: number,
    signsOf: ReturnType<typeof signsByDay<SignalDays>>,
  ) {
    if (entered === null) return html`<td class="day"></td>`;
    const {sign: say} = calendarWords();
    const found = (signsOf.get(day) ?? []).map(({sign, occurrences}) => ({
      shape: signShape(sign.signal),
      text: say(sign.label[language()], `${formatCount(occurrences)} ${sign.counted[language()]}`),
    }));
    return html`<td
      class="day shade-${shadeOf(entered, most)}"
      title=${found.length > 0 ? found.map(({text}) => text).join('; ') : nothing}
    >
      ${
        found.length === 0
          ? nothing
          : html`<span class="signs" aria-hidden="true">${found.map(({shape}) => shape)}</span
              ><span class="unseen">${found.map(({text}) => `${text}; `)}</span>`
      }
      ${formatCount(entered)}
    </td>`;
  }

  /** The words of the shapes; on how many of the days shown each stands. */
  private renderLegend(days: readonly CalendarDay[]) {
    if (this.signs === null) return nothing;
    const counted = signsShown(this.signs, days);
    const {signs, onDays, noSigns} = calendarWords();
    if (counted.length === 0) return html`<span>${noSigns}</span>`;
    return html`<span class="legend"
      >${signs}
      ${counted.map(
        ({signal, label, days}, index) =>
          html`<span class="sign" aria-hidden="true">${signShape(signal)}</span>
            ${onDays(label[language()], days.length)}${index < counted.length - 1 ? ', ' : '.'}`,
      )}</span
    >`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .scroll {
        /* Holds what is only for those who do not see the page. */
        position: relative;
        overflow-x: auto;
      }

      th,
      td {
        white-space: nowrap;
      }

      .day {
        padding: 0.25rem 0.2rem 0.25rem 0.55rem;
        text-align: right;
        font-variant-numeric: tabular-nums;
      }

      td.day {
        position: relative;
      }

      /* In the corner of its day, one below another, where they cover no figure. */
      .signs {
        position: absolute;
        top: 0;
        left: 0.1rem;
        width: min-content;
        overflow-wrap: anywhere;
        white-space: normal;
        font-size: 0.55rem;
        font-weight: 400;
        line-height: 1.1;
      }

      .shade-1 {
        background: var(--tint-1);
      }

      .shade-2 {
        background: var(--tint-2);
      }

      .shade-3 {
        background: var(--tint-3);
      }

      .shade-4 {
        background: var(--tint-3);
        font-weight: 700;
      }

      @media print {
        .scroll {
          overflow: visible;
        }

        td {
          print-color-adjust: exact;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'entry-calendar': EntryCalendar;
  }
}
