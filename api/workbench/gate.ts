import type {DuckDBConnection} from '@duckdb/node-api';
import {mustBeFunction, mustBeTableFunction} from './calls.ts';
import {closestTo} from './closest.ts';
import {mustBeReadable, withoutExplain, type Statement} from './query-text.ts';
import {notAllowed, RefusedQuery} from './refused-query.ts';
import {collations, expressions, namedTypes, nodes, plain, types} from './shapes.ts';
import {
  byteOf,
  isList,
  listOf,
  objectOf,
  parse,
  shown,
  textOf,
  type Tree,
  type TreeObject,
} from './syntax-tree.ts';

/** A query that may be run, and the names of the parameters it wants. */
export interface AllowedQuery extends Statement {
  parameters: readonly string[];
}

/**
 * Lets a query through that only reads published tables, with functions that answer from their arguments alone; throws
 * `RefusedQuery` for any other. What is not known is refused (6-security § 6.3).
 */
export async function checkQuery(
  text: string,
  published: ReadonlySet<string>,
  parser: DuckDBConnection,
): Promise<AllowedQuery> {
  mustBeReadable(text);
  const statement = withoutExplain(text);
  const tree = await parse(statement.sql, parser);
  const walk = new Walk(published);
  try {
    walk.enter(tree, new Set());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RefusedQuery({
      code: 'query_too_deep',
      sentence: 'Câu SQL có biểu thức lồng nhau quá sâu; hãy tách bằng WITH.',
    });
  }
  return {...statement, parameters: [...walk.parameters]};
}

/** The steps (`with`) that a part of a query can see, in small letters. */
type Steps = ReadonlySet<string>;

/** One walk over the tree of one query. */
class Walk {
  readonly parameters = new Set<string>();
  readonly #published: ReadonlySet<string>;

  constructor(published: ReadonlySet<string>) {
    this.#published = published;
  }

  enter(tree: Tree | undefined, steps: Steps): void {
    if (tree === null || typeof tree !== 'object') return;
    if (isList(tree)) for (const part of tree) this.enter(part, steps);
    else if ('class' in tree) this.#enterExpression(tree, steps);
    else if (typeof tree['type'] === 'string') this.#enterNode(tree, steps);
    else this.#enterPlain(tree, steps);
  }

  #enterExpression(tree: TreeObject, steps: Steps): void {
    mustHaveOnly(expressions.get(textOf(tree['class'])), tree);
    switch (textOf(tree['class'])) {
      case 'CONSTANT':
        this.#enterValue(tree['value']);
        return;
      case 'COLUMN_REF':
        mustBeColumn(tree);
        return;
      case 'PARAMETER':
        this.#note(tree);
        return;
      case 'COLLATE':
        mustBeCollation(tree);
        break;
      case 'FUNCTION':
      case 'WINDOW':
        mustBeFunction(tree);
        break;
    }
    this.#enterMembers(tree, steps);
  }

  #enterNode(tree: TreeObject, steps: Steps): void {
    mustHaveOnly(nodes.get(textOf(tree['type'])), tree);
    switch (textOf(tree['type'])) {
      case 'SELECT_NODE':
      case 'SET_OPERATION_NODE':
      case 'RECURSIVE_CTE_NODE':
        this.#enterQuery(tree, steps);
        return;
      case 'BASE_TABLE':
        this.#mustBePublished(tree, steps);
        break;
      case 'TABLE_FUNCTION':
        this.#enterTableFunction(tree, steps);
        return;
      case 'SHOW_REF':
        if (tree['query'] === undefined) {
          throw notAllowed(
            'Không dùng được SHOW; danh sách bảng và cột ở cột bên trái, hoặc GET /api/v1/dictionary.',
          );
        }
        break;
      case 'UNBOUND_TYPE_INFO':
        if (!namedTypes.has(textOf(tree['name']).toLowerCase())) {
          throw notAllowed(`Không có kiểu dữ liệu ${shown(tree['name'])}.`);
        }
        for (const value of listOf(tree['user_type_modifiers'])) this.#enterValue(value);
        return;
    }
    this.#enterMembers(tree, steps);
  }

  #enterPlain(tree: TreeObject, steps: Steps): void {
    const members = Object.keys(tree);
    if (!plain.some((allowed) => members.every((member) => allowed.has(member)))) throw unknownPart(tree);
    if ('is_null' in tree || isTypeOf(tree['type'])) this.#enterValue(tree);
    else if ('id' in tree) this.#enterType(tree);
    else this.#enterMembers(tree, steps);
  }

  /** A step sees those before it; one that calls itself, itself as well, once it has begun. */
  #enterQuery(tree: TreeObject, outer: Steps): void {
    const steps = new Set(outer);
    for (const step of listOf(objectOf(tree['cte_map'])['map'])) {
      const {key, value} = objectOf(step);
      this.enter(value, steps);
      steps.add(textOf(key).toLowerCase());
    }
    for (const [member, part] of Object.entries(tree)) {
      if (member === 'cte_map') continue;
      const isAgain = tree['type'] === 'RECURSIVE_CTE_NODE' && member === 'right';
      this.enter(part, isAgain ? new Set([...steps, textOf(tree['cte_name']).toLowerCase()]) : steps);
    }
  }

  #enterTableFunction(tree: TreeObject, steps: Steps): void {
    const call = objectOf(tree['function']);
    mustHaveOnly(call['class'] === 'FUNCTION' ? expressions.get('FUNCTION') : undefined, call);
    mustBeTableFunction(call);
    this.#enterMembers(call, steps);
    for (const [member, part] of Object.entries(tree)) if (member !== 'function') this.enter(part, steps);
  }

  #enterMembers(tree: TreeObject, steps: Steps): void {
    for (const part of Object.values(tree)) this.enter(part, steps);
  }

  /** A value that was written out: what it holds runs nothing. */
  #enterValue(value: Tree | undefined): void {
    this.#enterType(objectOf(objectOf(value)['type']));
  }

  #enterType(type: TreeObject): void {
    const id = textOf(type['id']);
    if (!types.has(id)) throw notAllowed(`Không dùng được kiểu dữ liệu ${shown(id)}.`);
    this.enter(type['type_info'], noSteps);
  }

  #mustBePublished(tree: TreeObject, steps: Steps): void {
    const {table_name, schema_name, catalog_name, query_location} = tree;
    const table = textOf(table_name).toLowerCase();
    const schema = textOf(schema_name).toLowerCase();
    if (catalog_name === undefined) {
      if (schema === '' && steps.has(table)) return;
      if (this.#published.has(`${schema}.${table}`)) return;
    }
    const written = [catalog_name, schema_name, table_name].map(textOf).filter(Boolean).join('.');
    const candidates = closestTo(schema === '' ? table : `${schema}.${table}`, this.#published);
    const hint =
      candidates.length > 0
        ? `có phải ý bạn là ${candidates.join(', ')}?`
        : 'hãy chọn một bảng trong danh sách, viết đủ lớp.bảng, ví dụ marts.case_files.';
    throw new RefusedQuery({
      code: 'query_unknown_table',
      sentence: `Không có bảng ${shown(written)}; ${hint}`,
      byte: byteOf(query_location),
      candidates,
    });
  }

  #note(tree: TreeObject): void {
    const name = textOf(tree['identifier']);
    if (!/^[A-Za-z_]\w*$/.test(name)) {
      throw new RefusedQuery({
        code: 'query_parameters',
        sentence: 'Tham số phải có tên, ví dụ $tinh; không dùng được ? và $1.',
        byte: byteOf(tree['query_location']),
      });
    }
    this.parameters.add(name);
  }
}

const noSteps: Steps = new Set();

/** Names that the engine answers by itself when no column has them, and which tell of the engine. */
const tellsOfEngine = new Set([
  'current_catalog',
  'current_database',
  'current_schema',
  'current_role',
  'current_user',
  'session_user',
  'user',
]);

function mustBeColumn({column_names, query_location}: TreeObject): void {
  const [name, ...rest] = listOf(column_names).map(textOf);
  if (rest.length === 0 && name !== undefined && tellsOfEngine.has(name.toLowerCase())) {
    throw notAllowed(
      `Không dùng được ${shown(name)}: đây là thông tin về máy chủ, không phải số liệu.`,
      byteOf(query_location),
    );
  }
}

function mustBeCollation({collation, query_location}: TreeObject): void {
  const names = textOf(collation).toLowerCase().split('.');
  if (names.every((name) => collations.has(name))) return;
  throw notAllowed(
    `Không có cách xếp ${shown(collation)}; chỉ dùng ${[...collations].join(', ')}.`,
    byteOf(query_location),
  );
}

function mustHaveOnly(allowed: ReadonlySet<string> | undefined, tree: TreeObject): void {
  if (!allowed || Object.keys(tree).some((member) => !allowed.has(member))) throw unknownPart(tree);
}

const unknownPart = ({query_location}: TreeObject) =>
  notAllowed(
    'Câu SQL có một dạng viết chưa được duyệt; hãy viết bằng SELECT thông thường.',
    byteOf(query_location),
  );

const isTypeOf = (tree: Tree | undefined) => typeof tree === 'object' && tree !== null && 'id' in tree;
