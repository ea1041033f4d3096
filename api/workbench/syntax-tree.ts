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
