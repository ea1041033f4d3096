import type {NominationShown, QuotaAnswer} from '../../api/answers.ts';
import {officialName} from '../labels/official-names.ts';

/** The papers a dossier consists of, in the order they are asked for. */
export const papers = ['submission', 'minutes', 'report', 'confirmation'] as const;

/** What of the nominations is shown. */
export interface NominationFilter {
  state: string | null;
  award: string | null;
  proposer: string | null;
}

/** The nominations that a filter leaves: the better rank first, then the proposer's priority. */
export const nominationsIn = (
  rows: readonly NominationShown[],
  {state, award, proposer}: NominationFilter,
): NominationShown[] =>
  rows
    .filter(
      (row) =>
        (state === null || row.state === state) &&
        (award === null || row.award === award) &&
        (proposer === null || row.nominated_by === proposer),
    )
    .toSorted(
      (one, other) =>
        (one.rank ?? Infinity) - (other.rank ?? Infinity) ||
        (one.priority ?? Infinity) - (other.priority ?? Infinity) ||
        (one.id < other.id ? -1 : 1),
    );

/** How many nominations are in each state. */
export const countStates = (rows: readonly NominationShown[]): Map<NominationShown['state'], number> =>
  new Map([...Map.groupBy(rows, ({state}) => state)].map(([state, group]) => [state, group.length]));

/** The quotas of one award as a table: a line for each proposer, collectives beside individuals. */
export interface QuotaLine {
  proposer: string;
  collective: QuotaAnswer | null;
  individual: QuotaAnswer | null;
}

/** The lines of an award, those that anybody proposes under before those that stand empty. */
export function quotaLines(rows: readonly QuotaAnswer[], award: string): QuotaLine[] {
  const byProposer = Map.groupBy(
    rows.filter((row) => row.award === award),
    ({proposer, province_id}) => `${proposer} ${province_id ?? ''}`,
  );
  const lines = [...byProposer.values()].map((group) => ({
    proposer: officialName(group[0]!.proposer, group[0]!.proposer_name),
    collective: group.find(({nominee_kind}) => nominee_kind === 'TAP_THE') ?? null,
    individual: group.find(({nominee_kind}) => nominee_kind === 'CA_NHAN') ?? null,
  }));
  const proposed = ({collective, individual}: QuotaLine) =>
    (collective?.proposed ?? 0) + (individual?.proposed ?? 0) > 0 ? 0 : 1;
  return lines.toSorted((one, other) => proposed(one) - proposed(other));
}
