import type {Figure, UnitBelow} from '../../api/answers.ts';

const none: Figure = {numerator: null, denominator: null, value: null, status: 'no_data'};

const share = (numerator: number, denominator: number): Figure => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
  status: 'no_target',
});

/** A unit in which so many of a hundred files are entered, and so many are without fault in each pillar. */
export function unitWith(
  unit_id: string,
  unit_name: string,
  {
    entered,
    before = null,
    correct,
    complete,
  }: {entered: number; before?: number | null; correct: number; complete: number},
): UnitBelow {
  return {
    unit_id,
    unit_name,
    figures: {
      completion_rate: share(entered, 100),
      petition_completion_rate: none,
      money_coverage: none,
      money_item_coverage: none,
      money_amount_coverage: none,
      quality_score: share(correct + complete, 200),
      quality_correct: share(correct, 100),
      quality_complete: share(complete, 100),
      quality_clean: none,
      quality_current: none,
    },
    completion_before: before,
    money_before: null,
    quality_before: null,
    completion_history: [],
    files_missing: 100 - entered,
    money_files_missing: 0,
  };
}
