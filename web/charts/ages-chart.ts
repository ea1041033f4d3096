import type {DefectAgesAnswer} from '../../api/answers.ts';
import {ageBuckets, ageHeading, agesTogether} from '../findings/defect-ages.ts';
import {formatCount, formatDate, formatRate} from '../format.ts';
import {workWords} from '../labels/work-words.ts';
import type {DrawnFigure} from './drawn-figure.ts';
import {tableChart} from './table-chart.ts';

/** How long what is to be put right has been open, as a bar for each age. */
export function agesFigure(answer: DefectAgesAnswer, place: string): DrawnFigure {
  const {ages} = workWords();
  const all = agesTogether(answer, 'offences');
  const rows = ageBuckets.map((bucket) => {
    const offences = agesTogether(answer, bucket);
    return {name: ages.buckets[bucket], offences, share: all === 0 ? 0 : offences / all};
  });
  return {
    chart: tableChart(
      [
        {title: ages.age, width: 130, text: ({name}) => name},
        {title: ages.offences, width: 80, align: 'right', text: ({offences}) => formatCount(offences)},
        {title: ages.share, width: 80, align: 'right', text: ({share}) => formatRate(share)},
        {
          title: '',
          draw: ({share}, {x, y, width, height}) => {
            const bar = {x, y: y + 6, height: height - 12};
            return {
              boxes: [
                {...bar, width, fill: 'accent', depth: 0.07},
                {...bar, width: width * share, fill: 'inkSoft'},
              ],
            };
          },
        },
      ],
      rows,
    ),
    heading: ageHeading(answer),
    subtitle: ages.subtitle(place, formatDate(answer.night)),
    marks: [],
    stamp: answer,
  };
}
