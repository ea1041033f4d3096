import {closestTo} from './closest.ts';
import {
  allowedForms,
  allowedFunctions,
  allowedOperators,
  allowedTableFunctions,
  refusedFunctions,
  refusedTableFunctions,
} from './functions.ts';
import {publishedSchemas} from './published.ts';
import {notAllowed, type RefusedQuery} from './refused-query.ts';
import {byteOf, shown, textOf, type TreeObject} from './syntax-tree.ts';

/** Refuses a call of a function that has not been looked at, or must not be called. */
export function mustBeFunction(call: TreeObject): void {
  const name = textOf(call['function_name']).toLowerCase();
  mustBeUnqualified(call);
  if (allowedFunctions.has(name) || allowedOperators.has(name) || allowedForms.has(name)) return;
  throw unknownFunction(call, refusedFunctions, allowedFunctions);
}

/** The same of a function that stands where a table does. */
export function mustBeTableFunction(call: TreeObject): void {
  mustBeUnqualified(call);
  if (allowedTableFunctions.has(textOf(call['function_name']).toLowerCase())) return;
  throw unknownFunction(call, refusedTableFunctions, allowedTableFunctions);
}

/** `name.upper()` reads as a function of a schema `name`; whose schema is one of the engine's is no such thing. */
function mustBeUnqualified({catalog, schema, query_location}: TreeObject): void {
  for (const part of [catalog, schema]) {
    const name = textOf(part).toLowerCase();
    if (enginesSchemas.has(name) || publishedSchemas.has(name)) {
      throw notAllowed(`Hãy gọi hàm bằng tên, không kèm ${shown(part)}.`, byteOf(query_location));
    }
  }
}

const enginesSchemas = new Set(['pg_catalog', 'information_schema', 'system', 'temp', 'sources', 'staging']);

const whyRefused = {
  metadata: 'nó nói về máy chủ, không phải về số liệu',
  settings: 'nó đọc hoặc đổi cấu hình của máy chủ',
  sideEffects: 'nó làm việc khác ngoài trả lời',
  sqlInText: 'nó chạy văn bản như một câu SQL',
  internal: 'nó dành riêng cho bộ máy truy vấn',
  files: 'nó đọc tệp',
} satisfies Record<keyof typeof refusedFunctions, string>;

function unknownFunction(
  {function_name, query_location}: TreeObject,
  refused: typeof refusedFunctions,
  allowed: ReadonlySet<string>,
): RefusedQuery {
  const name = textOf(function_name);
  for (const [reason, names] of Object.entries(refused)) {
    if (names.has(name.toLowerCase())) {
      const why = whyRefused[reason as keyof typeof whyRefused];
      return notAllowed(`Không dùng được hàm ${shown(name)}: ${why}.`, byteOf(query_location));
    }
  }
  const candidates = closestTo(name, allowed);
  const hint = candidates.length > 0 ? `; có phải ý bạn là ${candidates.join(', ')}?` : '.';
  return notAllowed(`Không có hàm ${shown(name)}${hint}`, byteOf(query_location), candidates);
}
