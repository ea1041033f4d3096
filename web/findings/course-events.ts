import type {CourseEvent} from '../../api/answers.ts';

/** A day on which something happened that a document stands behind, numbered as the chart and its list number it. */
export interface EventDay {
  number: number;
  day: string;
  events: readonly CourseEvent[];
}

/** The days with events from a day on, oldest first. */
export function eventDays(events: readonly CourseEvent[], from: string): EventDay[] {
  const days = Map.groupBy(
    events.filter(({day}) => day >= from),
    ({day}) => day,
  );
  return [...days].map(([day, ofDay], index) => ({number: index + 1, day, events: ofDay}));
}

/** On which row each mark stands, so that none lies on the one before it: 0 the lowest. */
export function rowsOfMarks(places: readonly number[], room: number): number[] {
  const lastOn: number[] = [];
  return places.map((place) => {
    const free = lastOn.findIndex((last) => place - last >= room);
    const row = free === -1 ? lastOn.length : free;
    lastOn[row] = place;
    return row;
  });
}
