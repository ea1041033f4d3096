/** A statement in a text, without the semicolon that ends it. */
export interface StatementPlace {
  from: number;
  to: number;
  text: string;
}

/** Texts, quoted names and comments: nothing in them ends a statement or names a parameter. */
const passedOver = /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|\/\*[^]*?(?:\*\/|$)|\$\$[^]*?(?:\$\$|$)/;

const parts = new RegExp(`(?<skipped>${passedOver.source})|\\$(?<parameter>[A-Za-z_]\\w*)|(?<end>;)`, 'g');

/** The names of a query's parameters, each once, in the order in which they first appear. */
export function parametersIn(sql: string): string[] {
  const names = [...sql.matchAll(parts)].flatMap(({groups}) => groups?.['parameter'] ?? []);
  return [...new Set(names)];
}

/** The statement in which a place lies; right behind a semicolon it is still the one before. Null where there is none. */
export function statementAt(sql: string, place: number): StatementPlace | null {
  const ends = [...sql.matchAll(parts)].filter(({groups}) => groups?.['end']).map(({index}) => index);
  const statements = [...ends, sql.length]
    .map((end, i) => trimmed(sql, i === 0 ? 0 : ends[i - 1]! + 1, end))
    .filter(({text}) => text !== '');
  return statements.find(({to}) => place <= to + 1) ?? statements.at(-1) ?? null;
}

/** Where a line and a column lie in a text; both are counted from 1, columns in whole characters. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, {length}) => sum + length + 1, 0);
  const inLine = [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  return Math.min(before + inLine, text.length);
}

function trimmed(sql: string, from: number, to: number): StatementPlace {
  const text = sql.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  return {from: start, to: start + text.trim().length, text: text.trim()};
}
