import type {CandidateKind} from '../../warehouse/campaign/rank.ts';
import type {Campaign} from '../campaigns/campaigns.ts';
import type {OpenVersion} from '../open-version.ts';
import type {Store} from '../state/store.ts';
import {readDossierRules, type DossierRules} from './dossier-rules.ts';
import {correctedSizes, quotaFor, quotasOf, readQuotaRules, type Quota, type QuotaRules} from './quotas.ts';
import {readStandings, type Standings} from './standings.ts';
import {pendingMatters, stepsOf, type BoardStep, type PendingMatter, type Step} from './steps.ts';

/** A nomination as it was delivered. */
export interface Nomination {
  nomination_id: string;
  nominated_by: string;
  proposer_name: string | null;
  /** None of a unit nobody knows. */
  proposer_level: string | null;
  /** None of the Department's own units. */
  proposer_province: string | null;
  nominee_kind: 'TAP_THE' | 'CA_NHAN';
  nominee_id: string;
  nominee_name: string | null;
  works_at: string | null;
  /** None of units that are never ranked. */
  candidate_kind: CandidateKind | null;
  award: string;
  priority: number | null;
  received_on: string;
  has_submission: boolean;
  has_minutes: boolean;
  has_report: boolean;
  is_confirmed: boolean;
}

/** A matter that bars a nominee, as the platform has it. */
interface NomineeMatter {
  nominee_id: string;
  matter_id: string;
  matter_name: string;
  gate: string;
  letter: string;
  clause: string;
  open_from: string;
  open_until: string | null;
}

/** What nominations are judged by, as far as a version has it; the board's own state is read when they are judged. */
export interface NominationFacts {
  campaign: Campaign;
  nominations: readonly Nomination[];
  matters: readonly NomineeMatter[];
  quotaRules: QuotaRules;
  dossierRules: DossierRules;
  standings: Standings;
}

/** A part of a dossier; it also has to name somebody who is known. */
export type Paper = 'submission' | 'minutes' | 'report' | 'confirmation' | 'nominee';

/** Something that keeps an award from a nominee, by its clause. */
export interface Obstacle {
  kind: 'gate' | 'matter' | 'answer';
  code: string;
  label: string;
  letter: string;
  clause: string;
}

/** What the board knows about a nominee and a matter that may be pending. */
export interface PendingAnswer {
  matter: PendingMatter;
  label: string;
  answer: 'yes' | 'no' | 'unknown';
  source: string | null;
  source_on: string | null;
  at: string | null;
  actor: string | null;
}

/** Where a nomination stands on its way from received to decided. */
export type NominationState =
  'late' | 'incomplete' | 'not_eligible' | 'eligible' | 'shortlisted' | 'awarded' | 'not_awarded';

/** A nomination with everything the board must know to decide on it. */
export interface JudgedNomination extends Nomination {
  state: NominationState;
  missing: readonly Paper[];
  obstacles: readonly Obstacle[];
  answers: readonly PendingAnswer[];
  rank: number | null;
  /** Whether the nominee is in the ranking at all; who is not has no gates to pass. */
  takes_part: boolean;
  quota: Quota | undefined;
  /** Beyond the quota, by priority and then by rank, after those already taken. */
  is_over_quota: boolean;
  /** Equal to others of whom not all have a place: the board chooses among them. */
  is_tied_at_quota: boolean;
  /** Other nominations of the same nominee, for another award. */
  also_nominated: readonly string[];
  /** The steps taken, the oldest first. */
  steps: readonly BoardStep[];
  /** The last of them: what whoever changes something must have seen; 0 before the first. */
  revision: number;
}

/** Reads what the nominations of a campaign are judged by. */
export async function readNominationFacts(
  version: OpenVersion,
  campaign: Campaign,
  store: Store,
): Promise<NominationFacts> {
  const of = {campaign: campaign.campaign_id};
  const [nominations, matters, quotaRules, dossierRules, standings] = await Promise.all([
    version.rows<Nomination>('nominations', of),
    version.rows<NomineeMatter>('nominee_matters', of),
    readQuotaRules(version, campaign.campaign_id),
    readDossierRules(version, campaign.campaign_id),
    readStandings(version, campaign, store),
  ]);
  return {campaign, nominations, matters, quotaRules, dossierRules, standings};
}

/** Every nomination as it stands at this moment, with its state and what stands in its way. */
export function judgedNominations(facts: NominationFacts, store: Store): JudgedNomination[] {
  const {campaign, nominations, quotaRules} = facts;
  const quotas = quotasOf(quotaRules, correctedSizes(store, campaign.campaign_id));
  const steps = stepsOf(store, campaign.campaign_id);
  const judged = nominations.map((nomination) => judge(nomination, facts, quotas, steps));
  for (const under of Map.groupBy(judged, ({quota}) => quota).values()) markOverQuota(under);
  return judged;
}

/** Whether a state holds a place of the quota. */
export const holdsPlace = ({state}: Pick<JudgedNomination, 'state'>): boolean =>
  state === 'shortlisted' || state === 'awarded';

function judge(
  nomination: Nomination,
  {campaign, nominations, matters, dossierRules, standings}: NominationFacts,
  quotas: readonly Quota[],
  allSteps: readonly BoardStep[],
): JudgedNomination {
  const {nomination_id, nominee_id, candidate_kind, award} = nomination;
  const steps = allSteps.filter(
    (one) =>
      one.nomination_id === nomination_id || (one.step === 'answered' && one.nominee_id === nominee_id),
  );
  const answers = answersIn(steps);
  const standing = standings.find(candidate_kind, nominee_id);
  const missing = missingPapers(nomination);
  const obstacles: Obstacle[] = [
    ...(standing?.failed ?? []).map(({gate, gate_name, letter, clause}) => ({
      kind: 'gate' as const,
      code: gate,
      label: gate_name,
      letter,
      clause,
    })),
    ...matters
      .filter((matter) => matter.nominee_id === nominee_id)
      .map(({matter_id, matter_name, letter, clause}) => ({
        kind: 'matter' as const,
        code: matter_id,
        label: matter_name,
        letter,
        clause,
      })),
    ...answers
      .filter(({answer}) => answer === 'yes')
      .map(({matter, label}) => ({
        kind: 'answer' as const,
        code: matter,
        label,
        letter: dossierRules.pending.letter,
        clause: dossierRules.pending.clause,
      })),
  ];
  const isLate = nomination.received_on > campaign.nominations_until.slice(0, 10);
  return {
    ...nomination,
    state: isLate ? 'late' : stateOf(lastStageIn(steps), missing, obstacles),
    missing,
    obstacles,
    answers,
    rank: standing?.rank ?? null,
    takes_part: standing !== undefined,
    quota: quotaFor(nomination, quotas),
    is_over_quota: false,
    is_tied_at_quota: false,
    also_nominated: nominations
      .filter((other) => other.nominee_id === nominee_id && other.award !== award)
      .map((other) => other.nomination_id),
    steps,
    revision: steps.at(-1)?.id ?? 0,
  };
}

function stateOf(
  stage: Step | undefined,
  missing: readonly Paper[],
  obstacles: readonly Obstacle[],
): NominationState {
  if (stage === 'awarded' || stage === 'not_awarded' || stage === 'shortlisted') return stage;
  if (missing.length > 0) return 'incomplete';
  return obstacles.length > 0 ? 'not_eligible' : 'eligible';
}

const lastStageIn = (steps: readonly BoardStep[]): Step | undefined =>
  steps.findLast(({step}) => step !== 'answered')?.step;

function missingPapers(nomination: Nomination): Paper[] {
  const {has_submission, has_minutes, has_report, is_confirmed, nominee_name} = nomination;
  const papers = {
    submission: has_submission,
    minutes: has_minutes,
    report: has_report,
    confirmation: is_confirmed,
    nominee: nominee_name !== null,
  } satisfies Record<Paper, boolean>;
  return (Object.keys(papers) as Paper[]).filter((paper) => !papers[paper]);
}

/** The last answer to each question; what nobody has answered is not known. */
const answersIn = (steps: readonly BoardStep[]): PendingAnswer[] =>
  (Object.keys(pendingMatters) as PendingMatter[]).map((matter) => {
    const last = steps.findLast((one) => one.matter === matter);
    return {
      matter,
      label: pendingMatters[matter],
      answer: last?.answer ?? 'unknown',
      source: last?.source ?? null,
      source_on: last?.source_on ?? null,
      at: last?.at ?? null,
      actor: last?.actor ?? null,
    };
  });

/**
 * Marks those beyond the quota among all that are proposed under it. Between equals no code decides: the board chooses
 * while there is a place, and those who already hold more places than there are must all be looked at again.
 */
function markOverQuota(under: readonly JudgedNomination[]): void {
  const standing = under.filter((one) => placesHeld[one.state] !== undefined);
  for (const one of standing) {
    const places = one.quota?.quota ?? 0;
    const before = standing.filter((other) => byPrecedence(other, one) < 0).length;
    const equals = standing.filter((other) => byPrecedence(other, one) === 0).length;
    const overflows = before + equals > places;
    one.is_over_quota = before >= places || (overflows && holdsPlace(one));
    one.is_tied_at_quota = overflows && !one.is_over_quota;
  }
}

/** Who compete for the places of a quota: those who hold one before those who could. */
const placesHeld: Partial<Record<NominationState, number>> = {awarded: 0, shortlisted: 1, eligible: 2};

/** Who holds a place keeps it; then the priority the proposer gives; then the rank; equal in all is 0. */
const byPrecedence = (one: JudgedNomination, other: JudgedNomination): number =>
  placesHeld[one.state]! - placesHeld[other.state]! ||
  (one.priority ?? last) - (other.priority ?? last) ||
  (one.rank ?? last) - (other.rank ?? last);

const last = Number.MAX_SAFE_INTEGER;
