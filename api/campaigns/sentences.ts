import type {Words} from '../../warehouse/metrics.ts';
import type {Compared, Explained, GateAnswer} from '../campaign-schemas.ts';
import type {Campaign} from './campaigns.ts';
import {allInBoth, inBoth, type Phrases} from './phrases.ts';

type Value = string | number | null;

/** Gates and keys whose values are fractions of 1. */
const rates: ReadonlySet<string> = new Set(['new_files_entered', 'quality', 'money', 'quality_score']);

/** An explanation in sentences that can stand in the minutes. */
export const explainingSentences = (explained: Explained, {ends_on}: Campaign): Words[] =>
  allInBoth((phrases) => [
    finishSentence(explained, ends_on, phrases),
    ...(explained.rank === null
      ? [barredSentence(explained, phrases)]
      : rankSentences(explained, explained.rank, phrases)),
    ...explained.gates
      .filter(({passed, is_flag}) => !passed && is_flag)
      .map(({label, value}) => phrases.flagged(label[phrases.language], shown(value, false, phrases))),
  ]);

function finishSentence(
  {name, finished_at, required, entered}: Explained,
  endsOn: string,
  phrases: Phrases,
): string {
  const who = name ?? phrases.somebody;
  if (finished_at !== null) {
    return phrases.finished(who, shown(finished_at, false, phrases), shown(endsOn, false, phrases));
  }
  return entered < required
    ? phrases.missing(who, phrases.count(required - entered), phrases.count(required))
    : phrases.missingBelow(who);
}

/** The gates that somebody fails: what was found, what was asked, and by which clause. */
export const failedGates = (gates: readonly GateAnswer[]): Words =>
  inBoth((phrases) => namedGates(gates, phrases));

const barredSentence = ({gates}: Explained, phrases: Phrases): string =>
  phrases.barred(namedGates(gates, phrases));

function namedGates(gates: readonly GateAnswer[], phrases: Phrases): string {
  const barring = gates.filter(({passed, is_flag}) => !passed && !is_flag);
  const named = barring.map(({gate, label, value, threshold, letter, clause}) => {
    const has = found(gate, value, threshold, phrases);
    const against =
      threshold === null ? has : phrases.threshold(has, shown(threshold, rates.has(gate), phrases));
    return phrases.gate(label[phrases.language], against, letter, clause);
  });
  return named.join('; ');
}

function rankSentences(
  {of, keys, decided_by, above, below, tied_with}: Explained,
  rank: number,
  phrases: Phrases,
): string[] {
  const sentences = [phrases.ranked(rank, of)];
  if (tied_with.length > 0) {
    sentences.push(phrases.tied(tied_with.map((one) => one.name ?? phrases.nameless).join(', ')));
  }
  const deciding = keys.find(({decides}) => decides);
  if (deciding && decided_by !== 'tie') {
    const say = above ? phrases.after : phrases.before;
    const value = (one: Value) => shown(one, rates.has(deciding.key), phrases);
    sentences.push(
      say(
        (above ?? below)?.name ?? phrases.next,
        phrases.keys[deciding.key],
        value(deciding.value),
        value(above ? deciding.above : deciding.below),
      ),
    );
  }
  return sentences;
}

/** What a gate found; what is not there yet is said in the words of that gate. */
function found(gate: string, value: Value, threshold: Value, phrases: Phrases): string {
  if (value === null && gate === 'finished_on_time') return phrases.notFinished;
  if (value === null && gate === 'rollout_documents') return phrases.notIssued;
  if (typeof value === 'number' && typeof threshold === 'number' && rates.has(gate)) {
    return phrases.found(phrases.rate(value, threshold));
  }
  return phrases.found(shown(value, rates.has(gate), phrases));
}

/** Why one is before the other, in one sentence. */
export const comparedSentence = ({first, second, before, decided_by, keys}: Compared): Words =>
  inBoth((phrases) => {
    const [one, other] = before === 'second' ? [second, first] : [first, second];
    if (decided_by === 'gates') {
      return before === 'neither'
        ? phrases.bothBarred(nameOf(first), nameOf(second))
        : phrases.otherBarred(nameOf(one), one.rank, nameOf(other));
    }
    const deciding = keys.find(({decides}) => decides);
    if (!deciding) return phrases.sameRank(nameOf(first), nameOf(second), first.rank);
    const [mine, theirs] =
      before === 'second' ? [deciding.second, deciding.first] : [deciding.first, deciding.second];
    const value = (found: Value) => shown(found, rates.has(deciding.key), phrases);
    const because = {key: phrases.keys[deciding.key], mine: value(mine), theirs: value(theirs)};
    return phrases.isBefore(nameOf(one), one.rank, nameOf(other), other.rank, because);
  });

const nameOf = ({name, unit_id, officer_id}: Compared['first']) => name ?? unit_id ?? officer_id ?? '';

/** A value as its readers write it: rates as percentages, days and moments day first. */
function shown(value: Value, isRate: boolean, phrases: Phrases): string {
  if (value === null) return phrases.nothing;
  if (typeof value === 'number') return isRate ? phrases.rate(value) : phrases.count(value);
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(value) ?? [];
  if (!year || !month || !day) return value;
  const date = phrases.day(year, month, day);
  return time ? phrases.moment(time, date) : date;
}
