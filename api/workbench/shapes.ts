/**
 * The parts of a query that are known here, each with the members it may have. The gate refuses any other part and any
 * other member: what a newer parser brings is looked at before it gets through.
 */

const expression = ['class', 'type', 'alias', 'query_location'];
const relation = ['type', 'alias', 'sample', 'query_location'];
const query = ['type', 'modifiers', 'cte_map'];
const typeInfo = ['type', 'alias'];
const call = ['function_name', 'schema', 'catalog', 'children', 'distinct'];

/** Expressions, by their class. */
export const expressions: Shapes = shapes({
  BETWEEN: [...expression, 'input', 'lower', 'upper'],
  CASE: [...expression, 'case_checks', 'else_expr'],
  CAST: [...expression, 'child', 'cast_type', 'try_cast'],
  COLLATE: [...expression, 'child', 'collation'],
  COLUMN_REF: [...expression, 'column_names'],
  COMPARISON: [...expression, 'left', 'right'],
  CONJUNCTION: [...expression, 'children'],
  CONSTANT: [...expression, 'value'],
  FUNCTION: [...expression, ...call, 'filter', 'order_bys', 'is_operator'],
  LAMBDA: [...expression, 'lhs', 'expr'],
  OPERATOR: [...expression, 'children'],
  PARAMETER: [...expression, 'identifier'],
  POSITIONAL_REFERENCE: [...expression, 'index'],
  STAR: [
    ...expression,
    'relation_name',
    'exclude_list',
    'replace_list',
    'columns',
    'expr',
    'qualified_exclude_list',
    'rename_list',
  ],
  SUBQUERY: [...expression, 'subquery_type', 'subquery', 'child', 'comparison_type'],
  WINDOW: [
    ...expression,
    ...call,
    'partitions',
    'orders',
    'start',
    'end',
    'start_expr',
    'end_expr',
    'offset_expr',
    'default_expr',
    'ignore_nulls',
    'filter_expr',
    'exclude_clause',
    'arg_orders',
  ],
});

/** Everything else that says its type. */
export const nodes: Shapes = shapes({
  SELECT_NODE: [
    ...query,
    'select_list',
    'from_table',
    'where_clause',
    'group_expressions',
    'group_sets',
    'aggregate_handling',
    'having',
    'sample',
    'qualify',
  ],
  SET_OPERATION_NODE: [...query, 'setop_type', 'left', 'right', 'setop_all'],
  RECURSIVE_CTE_NODE: [...query, 'cte_name', 'union_all', 'left', 'right', 'aliases', 'key_targets'],

  BASE_TABLE: [...relation, 'schema_name', 'table_name', 'column_name_alias', 'catalog_name'],
  EMPTY: relation,
  EXPRESSION_LIST: [...relation, 'expected_names', 'expected_types', 'values'],
  JOIN: [
    ...relation,
    'left',
    'right',
    'condition',
    'join_type',
    'ref_type',
    'using_columns',
    'delim_flipped',
    'duplicate_eliminated_columns',
  ],
  PIVOT: [
    ...relation,
    'source',
    'aggregates',
    'unpivot_names',
    'pivots',
    'groups',
    'column_name_alias',
    'include_nulls',
  ],
  SHOW_REF: [...relation, 'table_name', 'query', 'show_type'],
  SUBQUERY: [...relation, 'subquery', 'column_name_alias'],
  TABLE_FUNCTION: [...relation, 'function', 'column_name_alias', 'with_ordinality'],

  DISTINCT_MODIFIER: ['type', 'distinct_on_targets'],
  LIMIT_MODIFIER: ['type', 'limit', 'offset'],
  LIMIT_PERCENT_MODIFIER: ['type', 'limit', 'offset'],
  ORDER_MODIFIER: ['type', 'orders'],
  ORDER_DEFAULT: ['type', 'null_order', 'expression'],
  ASCENDING: ['type', 'null_order', 'expression'],
  DESCENDING: ['type', 'null_order', 'expression'],

  ARRAY_TYPE_INFO: [...typeInfo, 'child_type', 'size'],
  DECIMAL_TYPE_INFO: [...typeInfo, 'width', 'scale'],
  LIST_TYPE_INFO: [...typeInfo, 'child_type'],
  STRING_TYPE_INFO: [...typeInfo, 'collation'],
  STRUCT_TYPE_INFO: [...typeInfo, 'child_types'],
  UNBOUND_TYPE_INFO: [...typeInfo, 'name', 'user_type_modifiers'],
});

/** What says no type of its own, by all the members it may have. */
export const plain: readonly ReadonlySet<string>[] = [
  ['node', 'named_param_map'],
  ['map'],
  ['key', 'value'],
  ['aliases', 'query', 'materialized', 'key_targets'],
  ['id', 'type_info'],
  ['first', 'second'],
  ['when_expr', 'then_expr'],
  ['sample_size', 'is_percentage', 'method', 'seed'],
  ['catalog', 'schema', 'table', 'column'],
  ['type', 'is_null', 'value'],
  ['pivot_expressions', 'unpivot_names', 'entries'],
  ['values', 'star_expr', 'alias'],
].map((members) => new Set(members));

/** Types that a value may be turned into. */
export const types: ReadonlySet<string> = new Set([
  'NULL',
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'UHUGEINT',
  'FLOAT',
  'DOUBLE',
  'DECIMAL',
  'BIGNUM',
  'VARCHAR',
  'CHAR',
  'BLOB',
  'BIT',
  'DATE',
  'TIME',
  'TIME WITH TIME ZONE',
  'TIMESTAMP',
  'TIMESTAMP WITH TIME ZONE',
  'TIMESTAMP_S',
  'TIMESTAMP_MS',
  'TIMESTAMP_NS',
  'INTERVAL',
  'UUID',
  'LIST',
  'ARRAY',
  'STRUCT',
  'MAP',
  'UNION',
  'UNBOUND',
]);

/** Types that the parser leaves to be looked up by name. */
export const namedTypes: ReadonlySet<string> = new Set(['json', 'enum', 'uint', 'ubigint', 'bool']);

/** Ways to order and compare texts. */
export const collations: ReadonlySet<string> = new Set([
  'vi',
  'en',
  'nocase',
  'noaccent',
  'nfc',
  'binary',
  'c',
]);

type Shapes = ReadonlyMap<string, ReadonlySet<string>>;

function shapes(members: Record<string, readonly string[]>): Shapes {
  return new Map(Object.entries(members).map(([name, allowed]) => [name, new Set(allowed)]));
}
