import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {UnitEntryDay} from '../../api/answers.ts';
import {shadeOf, weeksOf, type CalendarDay} from '../findings/entry-weeks.ts';
import {formatCount, formatDate, formatDay} from '../format.ts';
import {calendarWords} from '../labels/calendar-words.ts';
import {words} from '../labels/words.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** A quarter of weeks fits a screen. */
const mostWeeks = 13;

/** How many files were entered on each day, a row for each weekday: the darker, the more, with the number in it. */
@customElement('entry-calendar')
export class EntryCalendar extends LitElement {
  @property({attribute: false}) entries: readonly UnitEntryDay[] = [];
  @property() night = '';
  /** Whose files they are, in words. */
  @property() place = '';

  override render() {
    const weeks = weeksOf(this.entries, this.night, mostWeeks);
    const days = weeks.flat();
    const most = Math.max(0, ...days.map(({entered}) => entered ?? 0));
    const busiest = days.find(({entered}) => entered === most);
    if (!busiest || most === 0) return nothing;
    const {title, subtitle, restDays, weekday, weekOf, weekdays} = calendarWords();
    const heading = title(formatCount(most), formatDate(busiest.day));
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${subtitle(this.place, weeks.length)}</p>
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
                  ${weeks.map((week) => this.renderDay(week[index]!, most))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="small">
        ${restDays(formatCount(sumOf(weeks.flatMap((week) => week.slice(5)))), formatCount(sumOf(days)))}
      </p>
    </section>`;
  }

  private renderDay({entered}: CalendarDay, most: number) {
    return entered === null
      ? html`<td class="day"></td>`
      : html`<td class="day shade-${shadeOf(entered, most)}">${formatCount(entered)}</td>`;
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
        padding: 0.25rem 0.35rem;
        text-align: right;
        font-variant-numeric: tabular-nums;
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

const sumOf = (days: readonly CalendarDay[]): number =>
  days.reduce((sum, {entered}) => sum + (entered ?? 0), 0);

declare global {
  interface HTMLElementTagNameMap {
    'entry-calendar': EntryCalendar;
  }
}
