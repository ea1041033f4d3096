import {LRUCache} from 'lru-cache';
import {
  candidateKey,
  rank,
  ranksOf,
  type Candidate,
  type CandidateKind,
  type CandidateMatter,
  type Gate,
  type RankingInputs,
  type SortKey,
  type Standing,
} from '../../warehouse/campaign/rank.ts';
import type {OpenVersion} from '../open-version.ts';
import type {Campaign} from './campaigns.ts';
import {changedFinishes, changedGates, changedKeys, type RuleChanges} from './rules.ts';

/** A candidate with where it stands. */
export interface Entry {
  candidate: Candidate;
  standing: Standing;
}

/** A ranking of all kinds of candidates on one night, under one set of rules. */
export interface Ranking {
  inputs: RankingInputs;
  standings: readonly Standing[];
  /** Those of a kind with a rank, as they are shown. */
  ranked(kind: CandidateKind): readonly Entry[];
  /** Those of a kind that fail a gate. */
  notRanked(kind: CandidateKind): readonly Entry[];
  /** Those of a kind without a target. */
  notTakingPart(kind: CandidateKind): readonly Candidate[];
  find(kind: CandidateKind, id: string): Entry | undefined;
  /** The ranks that other rules would give; made once, when somebody asks. */
  ranksUnder(other: OtherRules): Promise<Map<string, number>>;
}

/** Rules that the rank-stability note looks at. */
export interface OtherRules {
  /** Added to the quality threshold, as a fraction of 1. */
  qualityBy?: number;
  /** The finish is taken at the share of the stability note. */
  almost?: true;
}

/**
 * The ranking of a night that is kept of the campaign, or of tonight when none is named. A ranking is a function of
 * version, night and rules, so it is made once for each.
 */
export function rankingOf(
  version: OpenVersion,
  {campaign_id}: Campaign,
  night: string | undefined,
  changes: RuleChanges,
): Promise<Ranking> {
  let kept = rankings.get(version);
  if (!kept) rankings.set(version, (kept = new LRUCache({max: rankingsPerVersion})));
  const key = JSON.stringify([campaign_id, night, changes]);
  let ranking = kept.get(key);
  if (!ranking) {
    ranking = readInputs(version, campaign_id, night, changes).then(makeRanking);
    // A failure is not kept.
    ranking.catch(() => kept.delete(key));
    kept.set(key, ranking);
  }
  return ranking;
}

/** A ranking made from its inputs. */
export const makeRanking = async (inputs: RankingInputs): Promise<Ranking> =>
  rankingFrom(inputs, await rank(inputs));

/** A ranking whose standings are known already, as of one that was frozen. */
export function rankingFrom(inputs: RankingInputs, standings: readonly Standing[]): Ranking {
  const candidates = new Map(inputs.candidates.map((candidate) => [candidateKey(candidate), candidate]));
  const entries = new Map(
    standings.map((standing) => [
      candidateKey(standing),
      {candidate: candidates.get(candidateKey(standing))!, standing},
    ]),
  );
  const ofKind = (kind: CandidateKind, isRanked: boolean) =>
    [...entries.values()].filter(
      ({standing}) => standing.candidate_kind === kind && (standing.candidate_rank !== null) === isRanked,
    );
  const others = new Map<string, Promise<Map<string, number>>>();
  return {
    inputs,
    standings,
    ranked: (kind) => ofKind(kind, true),
    notRanked: (kind) => ofKind(kind, false),
    notTakingPart: (kind) =>
      inputs.candidates.filter((one) => one.candidate_kind === kind && one.files_required === 0),
    find: (kind, id) => entries.get(candidateKey({candidate_kind: kind, candidate_id: id})),
    ranksUnder(other) {
      const key = JSON.stringify(other);
      let ranks = others.get(key);
      if (!ranks) others.set(key, (ranks = ranksOf(under(other, inputs))));
      return ranks;
    },
  };
}

const rankings = new WeakMap<OpenVersion, LRUCache<string, Promise<Ranking>>>();
const rankingsPerVersion = 8;

async function readInputs(
  version: OpenVersion,
  campaign: string,
  night: string | undefined,
  changes: RuleChanges,
): Promise<RankingInputs> {
  const [candidates, matters, gates, keys] = await Promise.all([
    night === undefined
      ? version.rows<Candidate>('candidates_tonight', {campaign})
      : version.rows<Candidate>('candidates', {campaign, night}),
    version.rows<CandidateMatter>('candidate_matters', {campaign}),
    version.rows<Gate>('campaign_gates', {campaign}),
    version.rows<SortKey>('campaign_keys', {campaign}),
  ]);
  return {
    night: night ?? version.current.night,
    candidates: changedFinishes(candidates, changes),
    matters,
    gates: changedGates(gates, changes),
    keys: changedKeys(keys, changes),
  };
}

function under({qualityBy = 0, almost}: OtherRules, inputs: RankingInputs): RankingInputs {
  return {
    ...inputs,
    gates: inputs.gates.map((gate) =>
      gate.gate === 'quality' && gate.threshold !== null
        ? // Without what adding fractions leaves behind.
          {...gate, threshold: Math.round((gate.threshold + qualityBy) * 1_000_000) / 1_000_000}
        : gate,
    ),
    candidates: changedFinishes(inputs.candidates, {almost}),
  };
}
