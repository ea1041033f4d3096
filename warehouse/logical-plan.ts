/**
 * What a column, or the choice of rows, comes from: a table, a space, and a column of it; `*` is its rows, where they
 * are only counted.
 */
export type Origin = `${string} ${string}`;

type Origins = ReadonlySet<Origin>;

/** An operator of DuckDB's logical plan, as `json_serialize_plan` writes it: only what lineage looks at. */
export interface PlanNode {
  type: string;
  children?: PlanNode[];
  expressions?: Expression[];
  [field: string]: unknown;
}

/** A bound expression; `BOUND_REF` names a column of the operator's input by its position. */
type Expression = unknown;

/** Where the result of a plan comes from: each column apart, and the conditions that choose its rows. */
export interface PlanOrigins {
  columns: readonly Origins[];
  conditions: Origins;
}

/**
 * Follows every column of a plan down to the tables it scans. `nameOf` names a scanned table; one it does not name
 * (made by a function, like `range`) counts as constant.
 */
export function originsOf(
  plan: PlanNode,
  nameOf: (schema: string, table: string) => string | undefined,
): PlanOrigins {
  const conditions = new Set<Origin>();
  const {columns} = relationOf(plan, {nameOf, conditions, steps: new Map()});
  return {columns, conditions};
}

/** What an operator hands up: its columns by position, and the tables whose rows they are. */
interface Relation {
  columns: readonly Origins[];
  rows: Origins;
}

interface Scope {
  nameOf: (schema: string, table: string) => string | undefined;
  /** What filters, joins, groups and orders look at, over the whole plan. */
  conditions: Set<Origin>;
  /** The steps (`with`) met so far, by DuckDB's index. */
  steps: Map<number, Relation>;
  /** The columns of the outer query that a correlated subquery looks at. */
  outer?: Relation;
}

const none: Origins = new Set();

/** One operator. An operator nobody described here stops the build: its columns would be traced wrongly. */
function relationOf(node: PlanNode, scope: Scope): Relation {
  const {children = [], expressions = []} = node;
  const child = (position = 0, within = scope) => relationOf(children[position]!, within);
  const decideRows = (of: Expression, columns: readonly Origins[]) => {
    for (const origin of originsIn(of, {columns, rows: none})) scope.conditions.add(origin);
  };
  switch (node.type) {
    case 'LOGICAL_GET':
      return scan(node, children.length > 0 ? child() : undefined, scope);
    case 'LOGICAL_DUMMY_SCAN':
      return {columns: [none], rows: none};
    case 'LOGICAL_EXPRESSION_GET': {
      const lines = expressions as Expression[][];
      const input = child();
      return {
        columns: (lines[0] ?? []).map((_, i) => union(lines.map((line) => originsIn(line[i], input)))),
        rows: input.rows,
      };
    }
    case 'LOGICAL_PROJECTION': {
      const input = child();
      return {columns: expressions.map((one) => originsIn(one, input)), rows: input.rows};
    }
    case 'LOGICAL_WINDOW':
    case 'LOGICAL_UNNEST': {
      const input = child();
      return {...input, columns: [...input.columns, ...expressions.map((one) => originsIn(one, input))]};
    }
    case 'LOGICAL_AGGREGATE_AND_GROUP_BY': {
      const input = child();
      const {groups = [], grouping_functions: groupings = []} = node as {
        groups?: Expression[];
        grouping_functions?: unknown[];
      };
      decideRows(groups, input.columns);
      const columns = [...groups, ...expressions].map((one) => originsIn(one, input));
      return {...input, columns: [...columns, ...groupings.map(() => none)]};
    }
    case 'LOGICAL_FILTER': {
      const input = child();
      decideRows(expressions, input.columns);
      return projected(input, node['projection_map']);
    }
    case 'LOGICAL_ORDER_BY': {
      const input = child();
      decideRows(node['orders'], input.columns);
      return projected(input, node['projection_map']);
    }
    case 'LOGICAL_DISTINCT': {
      const input = child();
      decideRows([node['distinct_targets'], node['order_by']], input.columns);
      return input;
    }
    case 'LOGICAL_LIMIT':
    case 'LOGICAL_SAMPLE':
      return child();
    case 'LOGICAL_CROSS_PRODUCT':
    case 'LOGICAL_POSITIONAL_JOIN':
      return beside(child(0), child(1));
    case 'LOGICAL_COMPARISON_JOIN':
    case 'LOGICAL_ASOF_JOIN':
    case 'LOGICAL_ANY_JOIN':
      return joined(node, child(0), child(1), scope);
    case 'LOGICAL_DELIM_JOIN': {
      const left = child(0);
      const looked = node['duplicate_eliminated_columns'] as Expression[];
      const outer = {...left, columns: looked.map((one) => originsIn(one, left))};
      return joined(node, left, child(1, {...scope, outer}), scope);
    }
    case 'LOGICAL_DELIM_GET':
      return scope.outer!;
    case 'LOGICAL_MATERIALIZED_CTE':
      scope.steps.set(Number(node['table_index']), child(0));
      return child(1);
    case 'LOGICAL_CTE_REF':
      return scope.steps.get(Number(node['cte_index']))!;
    case 'LOGICAL_UNION': {
      const parts = children.map((one) => relationOf(one, scope));
      return {
        columns: parts[0]!.columns.map((_, i) => union(parts.map((part) => part.columns[i]!))),
        rows: union(parts.map((part) => part.rows)),
      };
    }
    case 'LOGICAL_EXCEPT':
    case 'LOGICAL_INTERSECT': {
      const [left, right] = [child(0), child(1)];
      for (const origin of union([...left.columns, ...right.columns])) scope.conditions.add(origin);
      return left;
    }
    default:
      throw new Error(
        `Lineage does not know DuckDB’s operator ${node.type}; warehouse/logical-plan.ts describes them.`,
      );
  }
}

/** A scan of a table, or of a function; a function over other columns may look at any of them. */
function scan(node: PlanNode, input: Relation | undefined, scope: Scope): Relation {
  const {schema, table} = (node['function_data'] ?? {}) as {schema?: string; table?: string};
  const name = schema && table ? scope.nameOf(schema, table) : undefined;
  const names = (node['names'] ?? []) as string[];
  const given = (node['column_indexes'] ?? []) as {index: number}[];
  const own = given.map(({index}): Origins => {
    if (name) return new Set<Origin>([`${name} ${names[index] ?? '*'}`]);
    return input ? union(input.columns) : none;
  });
  const kept = projected({columns: own, rows: none}, node['projection_ids']).columns;
  const through = ((node['projected_input'] ?? []) as number[]).map((position) => input!.columns[position]!);
  const rows = name ? new Set<Origin>([`${name} *`]) : (input?.rows ?? none);
  return {columns: [...kept, ...through], rows};
}

function joined(node: PlanNode, left: Relation, right: Relation, scope: Scope): Relation {
  const sides = (node['conditions'] ?? []) as {left: Expression; right: Expression}[];
  const looked = union([
    ...sides.map((one) => originsIn(one.left, left)),
    ...sides.map((one) => originsIn(one.right, right)),
    originsIn(node['condition'], beside(left, right)),
  ]);
  for (const origin of looked) scope.conditions.add(origin);
  const [kept, keptRight] = [
    projected(left, node['left_projection_map']),
    projected(right, node['right_projection_map']),
  ];
  switch (node['join_type']) {
    case 'SEMI':
    case 'ANTI':
      return kept;
    case 'RIGHT_SEMI':
    case 'RIGHT_ANTI':
      return keptRight;
    case 'MARK':
      return {...kept, columns: [...kept.columns, looked]};
    default:
      return beside(kept, keptRight);
  }
}

/** Every column an expression looks at; an aggregate or window that looks at none counts rows. */
function originsIn(expression: Expression, input: Relation): Origins {
  const found = new Set<Origin>();
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    const {expression_class: kind, index} = node as {expression_class?: string; index?: number};
    if (kind === 'BOUND_REF') {
      for (const origin of input.columns[index!]!) found.add(origin);
      return;
    }
    for (const [field, value] of Object.entries(node)) {
      // A lambda's body counts its own parameters; the columns it captures are arguments of the function too.
      if (field !== 'function_data') visit(value);
    }
    const isOverRows = kind === 'BOUND_AGGREGATE' || kind === 'BOUND_WINDOW';
    if (isOverRows && !looksAtColumns(node)) {
      for (const origin of input.rows) found.add(origin);
    }
  };
  visit(expression);
  return found;
}

const looksAtColumns = (node: object) => JSON.stringify(node).includes('"BOUND_REF"');

const beside = (left: Relation, right: Relation): Relation => ({
  columns: [...left.columns, ...right.columns],
  rows: union([left.rows, right.rows]),
});

/** DuckDB leaves a map out, or empty, where every column goes on. */
function projected(relation: Relation, map: unknown): Relation {
  const positions = (map ?? []) as number[];
  if (positions.length === 0) return relation;
  return {...relation, columns: positions.map((position) => relation.columns[position]!)};
}

const union = (sets: readonly Origins[]): Origins => new Set(sets.flatMap((set) => [...set]));
