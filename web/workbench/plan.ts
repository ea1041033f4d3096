/** One step of a query's plan, and the steps it takes its rows from. */
export interface PlanStep {
  name: string;
  facts: readonly {name: string; text: string}[];
  /** Measured, in seconds; null of a plan that was not run. */
  seconds: number | null;
  rows: number | null;
  steps: readonly PlanStep[];
}

type Tree = Readonly<Record<string, unknown>>;

/** The steps of a plan as DuckDB writes it: a list of trees, or one tree that was measured. */
export function planSteps(plan: unknown): PlanStep[] {
  if (Array.isArray(plan)) return plan.filter(isTree).map(stepOf);
  if (!isTree(plan)) return [];
  // Of a measured plan the outermost part is the query as a whole.
  return 'operator_name' in plan || 'name' in plan ? [stepOf(plan)] : childrenOf(plan).map(stepOf);
}

function stepOf(tree: Tree): PlanStep {
  const facts = isTree(tree['extra_info']) ? tree['extra_info'] : {};
  const estimated = Number(facts['Estimated Cardinality'] ?? Number.NaN);
  return {
    name: textOf(tree['operator_name'] ?? tree['name'] ?? '').trim(),
    facts: Object.entries(facts)
      .filter(([name]) => name !== 'Estimated Cardinality')
      .map(([name, fact]) => ({name, text: textOf(fact)})),
    seconds: typeof tree['operator_timing'] === 'number' ? tree['operator_timing'] : null,
    rows:
      typeof tree['operator_cardinality'] === 'number'
        ? tree['operator_cardinality']
        : Number.isFinite(estimated)
          ? estimated
          : null,
    steps: childrenOf(tree).map(stepOf),
  };
}

const childrenOf = ({children}: Tree): Tree[] => (Array.isArray(children) ? children.filter(isTree) : []);

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (fact: unknown): string =>
  Array.isArray(fact) ? fact.map(String).join(', ') : typeof fact === 'string' ? fact : JSON.stringify(fact);
