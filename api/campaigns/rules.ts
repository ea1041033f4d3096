import type {Candidate, Gate, SortKey} from '../../warehouse/campaign/rank.ts';

/** A threshold that the board has set in the place of the one in reference, for collectives or persons. */
export interface ThresholdChange {
  gate: string;
  applies_to: Gate['applies_to'];
  /** A rate, or a last moment as local time; none takes the threshold away. */
  threshold: number | string | null;
}

/** What may differ from the rules in reference: by decision of the board, or in a what-if. */
export interface RuleChanges {
  thresholds: readonly ThresholdChange[];
  /** How finely two finishes are compared. */
  resolution?: SortKey['resolution'] | undefined;
  /** In a what-if alone: the finish is taken at the share of the campaign's stability note. */
  almost?: true | undefined;
}

/** The gates with the changed thresholds; a changed one is no longer our default. */
export const changedGates = (gates: readonly Gate[], {thresholds}: RuleChanges): Gate[] =>
  gates.map((gate) => {
    const change = thresholds.find((one) => one.gate === gate.gate && one.applies_to === gate.applies_to);
    if (!change) return gate;
    const {threshold} = change;
    return {
      ...gate,
      is_default: false,
      threshold: typeof threshold === 'number' ? threshold : null,
      threshold_at: typeof threshold === 'string' ? threshold : null,
    };
  });

/** The sort keys at the changed resolution. */
export const changedKeys = (keys: readonly SortKey[], {resolution}: RuleChanges): SortKey[] =>
  keys.map((key) => (key.sort_key === 'finished_at' && resolution ? {...key, resolution} : key));

/** The candidates with the finish that counts. */
export const changedFinishes = (
  candidates: readonly Candidate[],
  {almost}: Pick<RuleChanges, 'almost'>,
): readonly Candidate[] =>
  almost ? candidates.map((one) => ({...one, finished_at: one.almost_finished_at})) : candidates;
