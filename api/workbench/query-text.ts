import {notAllowed, RefusedQuery} from './refused-query.ts';

/** What a query may weigh, in bytes of UTF-8. */
export const longestText = 100_000;

/** Brackets within brackets: more than people write, and far less than any parser minds. */
const deepestNesting = 100;

/** Where something is in a text, as an editor counts: from 1, in characters. */
export interface Place {
  line: number;
  column: number;
}

/** Refuses a text that is no text, or too long or too deep to be read. */
export function mustBeReadable(sql: string): void {
  if (!sql.isWellFormed() || sql.includes('\ufffd')) {
    throw notReadable('Câu SQL có ký tự không phải UTF-8 hợp lệ; hãy gõ lại chỗ có ký tự hỏng.');
  }
  if (sql.includes('\0')) throw notReadable('Câu SQL có ký tự NUL; hãy xóa ký tự đó.');
  if (sql.trim() === '') throw notReadable('Câu SQL còn trống; hãy viết một câu SELECT.');
  const bytes = Buffer.byteLength(sql);
  if (bytes > longestText) {
    throw notReadable(
      `Câu SQL dài ${bytes.toLocaleString('vi-VN')} byte, quá giới hạn ${longestText.toLocaleString('vi-VN')}; hãy viết ngắn lại.`,
    );
  }
  mustBeShallow(sql);
}

/** An `EXPLAIN` in front, and the query behind it. */
export interface Statement {
  explain: 'no' | 'plan' | 'measured';
  /** The query alone; what stood before it is blank, so that every place in it stays where it is. */
  sql: string;
}

/** Takes `EXPLAIN` and `EXPLAIN ANALYZE` off a query: the parser writes down no tree of these. */
export function withoutExplain(sql: string): Statement {
  const found =
    /^(?<before>(?:\s|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*)(?<words>explain\b(?<analyze>\s+analyze\b)?(?:\s*\(\s*format\s+\w+\s*\))?)/i.exec(
      sql,
    );
  if (!found?.groups) return {explain: 'no', sql};
  const {before = '', words = '', analyze} = found.groups;
  return {
    explain: analyze === undefined ? 'plan' : 'measured',
    sql: before + ' '.repeat(words.length) + sql.slice(before.length + words.length),
  };
}

/** The place of a byte in a text; the engine counts bytes of UTF-8. */
export function placeOf(sql: string, byte: number): Place {
  const before = Buffer.from(sql).subarray(0, byte).toString();
  const lines = before.split('\n');
  return {line: lines.length, column: [...lines.at(-1)!].length + 1};
}

function mustBeShallow(sql: string): void {
  let depth = 0;
  for (const character of sql) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    if (depth > deepestNesting) {
      throw new RefusedQuery({
        code: 'query_too_deep',
        sentence: `Câu SQL có hơn ${deepestNesting} tầng ngoặc lồng nhau; hãy tách bằng WITH.`,
      });
    }
  }
}

const notReadable = (sentence: string) => new RefusedQuery({code: 'query_not_readable', sentence});

/** The parser knows several statements at a time; here there is one. */
export const mustBeOne = (statements: number): void => {
  if (statements !== 1) throw notAllowed('Mỗi lần chỉ chạy một câu SQL; hãy chạy từng câu.');
};
