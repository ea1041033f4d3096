import {metrics, statusOf, valueOf, type MetricId} from '../warehouse/metrics.ts';
import type {Figure, TrackedFigure} from './answers.ts';
import {findNight} from './nights.ts';
import type {OpenVersion} from './open-version.ts';
import {readTargets, type Targets} from './targets.ts';

/** Nights drawn in a sparkline. */
const nightsDrawn = 30;

/** What a unit has of a metric on a night, not yet judged. */
export interface Count {
  metric_id: string;
  unit_id: string;
  night: string;
  numerator: number | null;
  denominator: number | null;
}

/** The night of a page, the one it is compared with, and those drawn before it, oldest first. */
export interface PageNights {
  night: string;
  compared: string | null;
  drawn: readonly string[];
}

/** Which nights a page shows: compared with the night named, or else with the last one at or before a week earlier. */
export function pageNights(version: OpenVersion, night: string, compare: string | undefined): PageNights {
  return {
    night,
    compared: findNight(version, compare ?? weekBefore(night)) ?? null,
    drawn: version.nights.filter((known) => known <= night).slice(-nightsDrawn),
  };
}

/** The targets in force on the nights of a page. */
export function readPageTargets(version: OpenVersion, nights: PageNights): Promise<Targets> {
  const [first, last] = [firstOf(nights), nights.night];
  const compared = nights.compared ?? last;
  return readTargets(version, compared < first ? compared : first, compared > last ? compared : last);
}

/** The first night drawn. */
export const firstOf = ({drawn, night}: PageNights): string => drawn[0] ?? night;

/** The counts of a page, judged: a figure of a night, or with its past. */
export class Figures {
  readonly #counts: ReadonlyMap<string, Count>;
  readonly #targets: Targets;
  readonly #nights: PageNights;

  constructor(counts: readonly Count[], targets: Targets, nights: PageNights) {
    this.#counts = new Map(
      counts.map((count) => [keyOf(count.metric_id, count.unit_id, count.night), count]),
    );
    this.#targets = targets;
    this.#nights = nights;
  }

  at(id: MetricId, unit: string, night: string): Figure {
    const {numerator = null, denominator = null} = this.#counts.get(keyOf(id, unit, night)) ?? {};
    const value = valueOf(metrics[id].unit, numerator, denominator);
    return {
      numerator,
      denominator,
      value,
      status: statusOf(value, metrics[id].better, this.#targets.find(id, night)),
    };
  }

  tracked(id: MetricId, unit: string): TrackedFigure {
    const {night, compared, drawn} = this.#nights;
    return {
      ...this.at(id, unit, night),
      previous: compared === null ? null : this.at(id, unit, compared),
      history: drawn.map((past) => ({night: past, value: this.at(id, unit, past).value})),
    };
  }
}

const keyOf = (metric: string, unit: string, night: string) => `${metric} ${unit} ${night}`;

function weekBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 7);
  return day.toISOString().slice(0, 10);
}
