import type {IdentityRow, ReconciliationRow} from '../../api/answers.ts';

/** The indicators that are fractions of 1, not counts. */
const rates: ReadonlySet<string> = new Set(['TY_LE']);

export const isRate = ({code}: Pick<ReconciliationRow, 'code'>): boolean => rates.has(code);

/** The indicators in which paper and platform differ. */
export const differing = <Row extends Pick<ReconciliationRow, 'gap'>>(rows: readonly Row[]): Row[] =>
  rows.filter(({gap}) => gap !== null && gap !== 0);

/** The units with the largest gap first; those without one last, in the order they came. */
export const byGap = (rows: readonly ReconciliationRow[]): ReconciliationRow[] =>
  rows.toSorted((one, other) => sizeOf(other) - sizeOf(one));

/** How far the bars of gaps reach: the largest share of paper that differs, at least a tenth of a percent. */
export const widestShare = (rows: readonly Pick<ReconciliationRow, 'gap_rate'>[]): number =>
  Math.max(0.001, ...rows.map(({gap_rate}) => Math.abs(gap_rate ?? 0)));

/** An identity as one unit has it, on both sides; null where a term was not delivered. */
export interface IdentityPair {
  identity: IdentityRow['identity'];
  paper: IdentityRow | null;
  platform: IdentityRow | null;
}

/** The identities of a unit in their order, each with what is left over on either side; the largest where several are. */
export function identityPairs(identities: readonly IdentityRow[], unit: string): IdentityPair[] {
  const mine = identities.filter(({unit_id}) => unit_id === unit);
  const left = (identity: number, side: IdentityRow['side']) =>
    mine
      .filter((row) => row.identity === identity && row.side === side)
      .toSorted((one, other) => Math.abs(other.residual) - Math.abs(one.residual))[0] ?? null;
  return ([1, 2, 3, 4, 5] as const).map((identity) => ({
    identity,
    paper: left(identity, 'paper'),
    platform: left(identity, 'platform'),
  }));
}

/** The units that have something left over on either side. */
export const unbalancedUnits = (identities: readonly IdentityRow[]): string[] => [
  ...new Set(identities.filter(({residual}) => residual !== 0).map(({unit_id}) => unit_id)),
];

const sizeOf = ({gap}: ReconciliationRow) => (gap === null ? -1 : Math.abs(gap));
