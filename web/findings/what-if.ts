import type {CampaignAnswer, WhatIfAnswer} from '../../api/answers.ts';

/** What a trial would do to ranks: how many would change, be given for the first time, and be lost. */
export interface Moves {
  changed: number;
  gained: number;
  lost: number;
}

/** The rows of a trial whose rank is not the one on record, as they stand in the trial. */
export const movedRows = ({rows}: Pick<WhatIfAnswer, 'rows'>): WhatIfAnswer['rows'] =>
  rows.filter(({rank, other_rank}) => rank !== other_rank);

/** How many ranks a trial would change, give and take. */
export function movesIn(answer: Pick<WhatIfAnswer, 'rows'>): Moves {
  const moved = movedRows(answer);
  const gained = moved.filter(({other_rank}) => other_rank === null).length;
  const lost = moved.filter(({rank}) => rank === null).length;
  return {changed: moved.length - gained - lost, gained, lost};
}

/** A trial that takes one press: what to ask, and the share that it tries. */
export interface Trial {
  kind: 'finish' | 'higher' | 'lower';
  share: number;
  ask: Record<string, string>;
}

/** The trials of the stability note: an earlier finish, and the quality threshold a little higher and lower. */
export function trialsOf({campaign, gates}: CampaignAnswer, appliesTo: 'collective' | 'individual'): Trial[] {
  const {stability_share, stability_rate} = campaign;
  const finish = {
    kind: 'finish',
    share: stability_share,
    ask: {finish_share: String(stability_share)},
  } satisfies Trial;
  const quality = gates.find(({gate, applies_to}) => gate === 'quality' && applies_to === appliesTo);
  if (typeof quality?.threshold !== 'number') return [finish];
  const {threshold} = quality;
  const trial = (kind: 'higher' | 'lower', by: number): Trial => {
    const share = Math.min(1, Math.max(0, Math.round((threshold + by) * 1_000_000) / 1_000_000));
    return {kind, share, ask: {quality: String(share)}};
  };
  return [finish, trial('higher', stability_rate), trial('lower', -stability_rate)];
}
