import {rowsOfMarks} from '../findings/course-events.ts';

/** The room one numbered mark takes, in pixels. */
const markSize = 18;
/** What the axis of files takes of the width. */
const axisWidth = 48;
/** The corner before the deadline where its words stand, which marks stay above. */
const corner = {width: 130, height: 52};

/** Numbered marks at the foot of a course, each at its moment; those too near each other stand one above the other. */
export function eventMarks(
  marks: readonly {at: number; number: number}[],
  {start, end, due, width}: {start: number; end: number; due: number | null; width: number},
) {
  const pixels = Math.max(1, width - axisWidth) / Math.max(1, end - start);
  const rows = rowsOfMarks(
    marks.map(({at}) => (at - start) * pixels),
    markSize,
  );
  return marks.map(({at, number}, index) => {
    const isInCorner = due !== null && at < due && (due - at) * pixels < corner.width;
    const foot = isInCorner ? corner.height : 2;
    return {at, files: 0, text: String(number), offset: -(foot + markSize / 2 + rows[index]! * markSize)};
  });
}
