import type {MoneySums} from '../../api/answers.ts';

/** The three amounts of an item, in the order a form has them. */
export const amounts = ['due', 'enforced', 'outstanding'] as const;
export type Amount = (typeof amounts)[number];

/** Of how many items a unit knows an amount; null where it has no items. */
export const shareKnown = (row: MoneySums, amount: Amount): number | null =>
  row.items === 0 ? null : row[`items_${amount}`] / row.items;

/** All units as one. */
export function wholeOf(rows: readonly MoneySums[]): Omit<MoneySums, 'unit_id' | 'unit_name'> {
  const sum = (column: Exclude<keyof MoneySums, 'unit_id' | 'unit_name'>) =>
    rows.reduce((total, row) => total + row[column], 0);
  return {
    items: sum('items'),
    items_due: sum('items_due'),
    items_enforced: sum('items_enforced'),
    items_outstanding: sum('items_outstanding'),
    due_vnd: sum('due_vnd'),
    enforced_vnd: sum('enforced_vnd'),
    outstanding_vnd: sum('outstanding_vnd'),
    whole_items: sum('whole_items'),
    whole_due_vnd: sum('whole_due_vnd'),
    whole_enforced_vnd: sum('whole_enforced_vnd'),
    whole_remitted_vnd: sum('whole_remitted_vnd'),
    whole_outstanding_vnd: sum('whole_outstanding_vnd'),
    residual_vnd: sum('residual_vnd'),
    broken_items: sum('broken_items'),
  };
}

/** One step of the identity: from where to where on the axis of đồng. */
export interface IdentityStep {
  part: 'due' | 'enforced' | 'remitted' | 'outstanding' | 'residual';
  amount: number;
  from: number;
  to: number;
}

/** What is to be enforced, taken apart: each part begins where the one before ended, and what is left is the residual. */
export function identitySteps(whole: ReturnType<typeof wholeOf>): IdentityStep[] {
  let left = whole.whole_due_vnd;
  const taken = (['enforced', 'remitted', 'outstanding'] as const).map((part): IdentityStep => {
    const amount = whole[`whole_${part}_vnd`];
    const from = left;
    left -= amount;
    return {part, amount, from, to: left};
  });
  return [
    {part: 'due', amount: whole.whole_due_vnd, from: 0, to: whole.whole_due_vnd},
    ...taken,
    {part: 'residual', amount: whole.residual_vnd, from: 0, to: whole.residual_vnd},
  ];
}
