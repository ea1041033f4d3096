import type {Candidate, CandidateKind, SortKey} from '../../warehouse/campaign/rank.ts';
import type {Compared, ComparisonAnswer, Explained, ExplanationAnswer} from '../campaign-schemas.ts';
import type {Campaign} from './campaigns.ts';
import {evidenceOf} from './evidence.ts';
import type {Entry, Ranking} from './rankings.ts';
import {failedOf, gateOf, keyValueOf, momentOf, standingOf, whoOf, womenShareOf} from './rows.ts';
import {inBoth, type Phrases} from './phrases.ts';
import {ruleName} from './rule-names.ts';
import {comparedSentence, explainingSentences} from './sentences.ts';

/** Why a candidate stands where it stands: gates with their evidence, keys beside the neighbours', and how firm the rank is. */
export async function explain(
  entry: Entry,
  kind: CandidateKind,
  campaign: Campaign,
  ranking: Ranking,
): Promise<Explained & Pick<ExplanationAnswer, 'sentences'>> {
  const {candidate, standing} = entry;
  const ranked = ranking.ranked(kind);
  const place = ranked.indexOf(entry);
  const above = place > 0 ? ranked[place - 1] : undefined;
  const below = place >= 0 ? ranked[place + 1] : undefined;
  const tied = ranked.filter(
    (other) => other !== entry && other.standing.candidate_rank === standing.candidate_rank,
  );
  const explanation: Explained = {
    rank: standing.candidate_rank,
    of: ranked.length,
    ...standingOf(entry, campaign, ranking),
    gates: standing.gates.map((result) => ({
      ...gateOf(result),
      evidence: evidenceOf(result, candidate, campaign),
      matters: ranking.inputs.matters
        .filter(
          ({gate, candidate_kind, candidate_id}) =>
            gate === result.gate && candidate_kind === kind && candidate_id === candidate.candidate_id,
        )
        .map((matter) => ({
          id: matter.matter_id,
          name: matter.matter_name,
          from: matter.open_from,
          until: matter.open_until,
        })),
    })),
    decided_by: standing.decided_by,
    keys: keysInForce(ranking).map((key) => ({
      key: key.sort_key,
      label: ruleName(key.sort_key, key.key_name),
      value: keyValueOf(key, candidate),
      exact: key.sort_key === 'finished_at' ? momentOf(candidate.finished_at) : null,
      above: above ? keyValueOf(key, above.candidate) : null,
      below: below ? keyValueOf(key, below.candidate) : null,
      decides: key.sort_key === standing.decided_by,
    })),
    above: above ? neighbourOf(above) : null,
    below: below ? neighbourOf(below) : null,
    tied_with: tied.map((other) => ({
      ...whoOf(other.candidate),
      women_share: womenShareOf(other.candidate),
    })),
    stability: await stabilityOf(candidate, campaign, ranking),
  };
  return {...explanation, sentences: explainingSentences(explanation, campaign)};
}

/** Which of two is before the other, and what decides it. */
export function compare(
  first: Entry,
  second: Entry,
  ranking: Ranking,
): Compared & Pick<ComparisonAnswer, 'sentence'> {
  const [firstRank, secondRank] = [first.standing.candidate_rank, second.standing.candidate_rank];
  const keys = keysInForce(ranking).map((key) => ({
    key: key.sort_key,
    label: ruleName(key.sort_key, key.key_name),
    first: keyValueOf(key, first.candidate),
    second: keyValueOf(key, second.candidate),
    decides: false,
  }));
  const sideOf = (entry: Entry) => ({
    ...whoOf(entry.candidate),
    rank: entry.standing.candidate_rank,
    failed: failedOf(entry),
  });
  const sides = {first: sideOf(first), second: sideOf(second)};
  let compared: Compared;
  if (firstRank !== null && secondRank !== null) {
    const deciding = keys.find((key) => key.first !== key.second);
    if (deciding) deciding.decides = true;
    compared = {
      ...sides,
      before: firstRank === secondRank ? 'neither' : firstRank < secondRank ? 'first' : 'second',
      decided_by: deciding?.key ?? 'tie',
      keys,
    };
  } else {
    compared = {
      ...sides,
      before: firstRank !== null ? 'first' : secondRank !== null ? 'second' : 'neither',
      decided_by: 'gates',
      keys,
    };
  }
  return {...compared, sentence: comparedSentence(compared)};
}

/** The keys that sort this ranking, in their order. */
function keysInForce({inputs}: Ranking): SortKey[] {
  const begun = inputs.keys.filter(({valid_from}) => valid_from <= inputs.night);
  const latest = begun
    .map(({valid_from}) => valid_from)
    .sort()
    .at(-1);
  return begun.filter(({valid_from}) => valid_from === latest);
}

const neighbourOf = ({candidate, standing}: Entry) => ({
  ...whoOf(candidate),
  rank: standing.candidate_rank!,
});

async function stabilityOf(
  candidate: Candidate,
  {stability_rate, stability_share}: Campaign,
  ranking: Ranking,
): Promise<Explained['stability']> {
  const key = `${candidate.candidate_kind} ${candidate.candidate_id}`;
  const [lower, higher, almost] = await Promise.all([
    ranking.ranksUnder({qualityBy: -stability_rate}),
    ranking.ranksUnder({qualityBy: stability_rate}),
    ranking.ranksUnder({almost: true}),
  ]);
  const percent = (rate: number, {count}: Phrases) => count(rate * 100);
  return [
    {
      change: 'quality_lower',
      label: inBoth((phrases) => phrases.qualityLower(percent(stability_rate, phrases))),
      rank: lower.get(key) ?? null,
    },
    {
      change: 'quality_higher',
      label: inBoth((phrases) => phrases.qualityHigher(percent(stability_rate, phrases))),
      rank: higher.get(key) ?? null,
    },
    {
      change: 'almost_finished',
      label: inBoth((phrases) => phrases.almostFinished(percent(stability_share, phrases))),
      rank: almost.get(key) ?? null,
    },
  ];
}
