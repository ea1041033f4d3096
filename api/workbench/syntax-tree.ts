import type {DuckDBConnection} from '@duckdb/node-api';
import {notAllowed, RefusedQuery} from './refused-query.ts';
import {mustBeOne} from './query-text.ts';

/** What the parser makes of a text: objects and lists of objects, texts and numbers. */
export type Tree = string | number | boolean | null | readonly Tree[] | TreeObject;
export interface TreeObject {
  readonly [key: string]: Tree;
}

/** The one statement of a text, as DuckDB's own parser reads it. */
export async function parse(sql: string, parser: DuckDBConnection): Promise<TreeObject> {
  const reader = await parser.runAndReadAll(
    'select json_serialize_sql($sql::varchar, skip_null := true, skip_empty := true, skip_default := true)',
    {sql},
  );
  const answer = JSON.parse(String(reader.getRows()[0]![0])) as Answer;
  if (answer.error) throw refusalOf(answer);
  mustBeOne(answer.statements.length);
  return answer.statements[0]!;
}

/** Whether a part is a list of parts. */
export const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree);
/** A part that is a text; empty when it is none. */
export const textOf = (tree: Tree | undefined) => (typeof tree === 'string' ? tree : '');
/** The parts of a list; none when it is no list. */
export const listOf = (tree: Tree | undefined) => (tree !== undefined && isList(tree) ? tree : []);
/** A part that has members; none when it has not. */
export const objectOf = (tree: Tree | undefined): TreeObject =>
  tree !== null && typeof tree === 'object' && !isList(tree) ? tree : {};

/** A place in the text; the engine writes the largest number there is where it does not know it. */
export const byteOf = (location: Tree | undefined) =>
  typeof location === 'number' && location < Number.MAX_SAFE_INTEGER ? location : undefined;

/** As people wrote it, when that is short enough to be shown. */
export const shown = (written: Tree | undefined) => {
  const text = textOf(written);
  return `«${text.length > 80 ? `${text.slice(0, 80)}…` : text}»`;
};

type Answer =
  | {error: false; statements: readonly TreeObject[]}
  | {error: true; error_type: string; error_message: string; position?: string};

function refusalOf({error_type, error_message, position}: Extract<Answer, {error: true}>): RefusedQuery {
  if (error_type === 'not implemented') {
    return notAllowed(
      'Chỉ chạy được câu chỉ đọc: SELECT, FROM, WITH, VALUES, PIVOT có liệt kê giá trị (ON … IN (…)), DESCRIBE, SUMMARIZE, EXPLAIN.',
    );
  }
  if (error_message.startsWith('Max expression depth') || error_message.startsWith('memory exhausted')) {
    return new RefusedQuery({
      code: 'query_too_deep',
      sentence:
        'Câu SQL có biểu thức lồng nhau quá sâu; hãy tách bằng WITH, hoặc dùng IN (…) thay cho chuỗi OR.',
    });
  }
  return new RefusedQuery({
    code: 'query_not_readable',
    sentence: `Câu SQL sai cú pháp: ${error_message.split('\n', 1)[0]}.`,
    byte: position === undefined ? undefined : Number(position),
  });
}
