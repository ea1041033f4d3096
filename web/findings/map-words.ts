import type {OverviewAnswer} from '../../api/answers.ts';
import {formatCount, formatDate, formatLimit, formatPercentNumber, formatRate} from '../format.ts';
import {words} from '../labels/words.ts';
import type {Measure} from '../state.ts';
import {fewestHoldingHalf} from './missing-share.ts';

/** What the map of a measure says, as its heading. */
export function headingOfMap(
  {provinces, targets}: Pick<OverviewAnswer, 'provinces' | 'targets'>,
  measure: Measure,
): string {
  switch (measure) {
    case 'completion':
      return words().map.completion(
        provinces.filter((province) => province.completion.value === 1).length,
        provinces.length,
      );
    case 'missing': {
      const half = fewestHoldingHalf(provinces);
      return half ? words().map.missing(half.provinces, formatRate(half.share)) : words().map.missingNone;
    }
    case 'money':
      // Without a floor nobody is below it.
      if (!targets.money) return words().money.titlePlain;
      return words().map.money(
        provinces.filter((province) => province.money.status === 'missed').length,
        provinces.length,
        formatLimit(targets.money.floor),
      );
  }
}

/** What the map measures, of whom and when. */
export const subtitleOfMap = ({night}: OverviewAnswer, measure: Measure): string =>
  words().map.subtitle(
    words().map.measures[measure],
    formatDate(night),
    measure === 'missing' ? words().map.unitCount : words().map.unitRate,
  );

/** The words of the steps in which tiles are tinted. */
export const stepsOfMap = (measure: Measure): readonly string[] =>
  measure === 'missing' ? words().map.missingSteps : words().map.rateSteps;

/** A figure as it fits a tile. */
export function textInTile(value: number | null, measure: Measure): string {
  if (value === null) return '–';
  if (measure === 'missing') return formatCount(value);
  return value === 1 ? '100' : formatPercentNumber(value);
}
