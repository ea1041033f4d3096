import type {CandidateKind} from '../../warehouse/campaign/rank.ts';
import {rankingNightOf, type Campaign} from '../campaigns/campaigns.ts';
import {rankingOf, type Ranking} from '../campaigns/rankings.ts';
import type {OpenVersion} from '../open-version.ts';
import type {Store} from '../state/store.ts';
import {freezeInForce, readFrozen} from './freezes.ts';
import {changesInForce} from './thresholds.ts';

/** A gate that somebody fails, by its name and clause. */
export interface FailedGate {
  gate: string;
  gate_name: string;
  letter: string;
  clause: string;
}

/** Where those nominated stand: by the frozen ranking, or by tonight's until there is one. */
export interface Standings {
  /** The freeze it is by; none while nothing is frozen. */
  freeze: number | null;
  night: string;
  /** None for those who take no part in the ranking: they have no gate to pass. */
  find(
    kind: CandidateKind | null,
    id: string,
  ): {rank: number | null; failed: readonly FailedGate[]} | undefined;
}

/** Where the candidates of a campaign stand for the board. */
export async function readStandings(
  version: OpenVersion,
  campaign: Campaign,
  store: Store,
): Promise<Standings> {
  const freeze = freezeInForce(store, campaign.campaign_id);
  if (freeze) {
    return {freeze: freeze.id, night: freeze.night, find: finderIn(readFrozen(store, freeze.id))};
  }
  const {night} = rankingNightOf(campaign, version.current.night);
  const changes = changesInForce(store, campaign.campaign_id);
  return {freeze: null, night, find: finderIn(await rankingOf(version, campaign, night, changes))};
}

function finderIn({standings}: Pick<Ranking, 'standings'>): Standings['find'] {
  const byKey = new Map(standings.map((one) => [`${one.candidate_kind} ${one.candidate_id}`, one]));
  return (kind, id) => {
    const standing = byKey.get(`${kind} ${id}`);
    return (
      standing && {
        rank: standing.candidate_rank,
        failed: standing.gates.filter(({passed, is_flag}) => !passed && !is_flag),
      }
    );
  };
}
