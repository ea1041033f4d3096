import {parametersIn} from './sql-text.ts';

/**
 * A text of SQL laid out anew; null where it cannot be read, so that it stays as it was. The formatter comes with the
 * first text that is laid out.
 */
export async function layOut(text: string): Promise<string | null> {
  const {duckdb, formatDialect} = await import('sql-formatter');
  try {
    const laidOut = formatDialect(text, {
      dialect: duckdb,
      tabWidth: 4,
      linesBetweenQueries: 1,
      paramTypes: {named: ['$']},
    });
    return parametersIn(laidOut).join() === parametersIn(text).join() ? laidOut : null;
  } catch {
    return null;
  }
}
