import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  LIST,
  listValue,
  SQLNULL,
  VARCHAR,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import type {Parameters, ParameterValue} from './child-messages.ts';
import {RefusedQuery} from './refused-query.ts';

/** Values of parameters as the engine takes them: each of the type it would have if it were written in the query. */
export interface BoundValues {
  values: Record<string, DuckDBValue>;
  types: Record<string, DuckDBType>;
}

/** Binds what came as JSON; a list whose members are of several kinds is refused. */
export function bind(params: Parameters): BoundValues {
  const bound = Object.entries(params).map(([name, value]) => [name, boundOf(name, value)] as const);
  return {
    values: Object.fromEntries(bound.map(([name, {value}]) => [name, value])),
    types: Object.fromEntries(bound.map(([name, {type}]) => [name, type])),
  };
}

interface Bound {
  value: DuckDBValue;
  type: DuckDBType;
}

function boundOf(name: string, value: ParameterValue): Bound {
  if (value === null) return {value, type: SQLNULL};
  if (typeof value !== 'object') return scalar(value, typeOf([value]));
  const members = value.filter((member) => member !== null);
  if (new Set(members.map((member) => typeof member)).size > 1) {
    throw new RefusedQuery({
      code: 'query_parameters',
      sentence: `Tham số $${name} là một danh sách lẫn nhiều kiểu; hãy chỉ dùng chuỗi, chỉ dùng số hoặc chỉ dùng true, false.`,
    });
  }
  const type = typeOf(members);
  return {
    value: listValue(value.map((member) => (member === null ? null : scalar(member, type).value))),
    type: LIST(type),
  };
}

const scalar = (value: string | number | boolean, type: DuckDBType): Bound => ({
  value: type === BIGINT ? BigInt(value) : value,
  type,
});

/** What a literal of all these would be. */
function typeOf(values: readonly (string | number | boolean)[]): DuckDBType {
  const [first] = values;
  if (first === undefined) return SQLNULL;
  if (typeof first === 'string') return VARCHAR;
  if (typeof first === 'boolean') return BOOLEAN;
  if (values.every((value) => value === Math.trunc(Number(value)) && Math.abs(value) < 2 ** 31))
    return INTEGER;
  return values.every((value) => Number.isSafeInteger(value)) ? BIGINT : DOUBLE;
}
