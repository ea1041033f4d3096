/**
 * SQL that reads a delivered text (an SQL expression) as a value of a contract type: NULL where it is not one.
 * Stricter than a cast, which takes `685.231` for 685, `1e5` for 100000, and forgives blanks and signs.
 * Text is brought to NFC in rows where the column `may_need_nfc` is true; see `mayNeedNfc`.
 */
export function valueOfText(text: string, type: string): string {
  if (isEnum(type)) return `try_cast(${text} as ${type})`;
  switch (type) {
    case 'VARCHAR':
      return `case when may_need_nfc then nfc_normalize(${text}) else ${text} end`;
    case 'INTEGER':
    case 'BIGINT':
      return `case when regexp_full_match(${text}, '-?[0-9]+') then try_cast(${text} as ${type}) end`;
    // What prints back as it came is in the one form that is allowed; the length keeps out years beyond 9999.
    case 'DATE':
      return `case when strlen(${text}) = 10 and try_cast(${text} as date)::varchar = ${text} then try_cast(${text} as date) end`;
    case 'TIMESTAMP':
      return `case when strlen(${text}) = 19 and try_cast(${text} as timestamp)::varchar = ${text} then try_cast(${text} as timestamp) end`;
    case 'BOOLEAN':
      return `case ${text} when 'true' then true when 'false' then false end`;
    default:
      throw new TypeError(`The contract has a column of type ${type}, which no reader knows.`);
  }
}

/**
 * SQL that reads a typed column of a Parquet file as a contract type, NULL where a value does not fit;
 * undefined where `found` is another kind of thing than `wanted`, such as a DOUBLE for money.
 */
export function valueOfTyped(column: string, found: string, wanted: string): string | undefined {
  if (found === 'VARCHAR' || isEnum(found)) return valueOfText(column, wanted);
  const isWhole = WHOLE_NUMBERS.has(found) || /^DECIMAL\(\d+,0\)$/.test(found);
  if (isWhole && (wanted === 'BIGINT' || wanted === 'INTEGER')) {
    return found === wanted ? column : `try_cast(${column} as ${wanted})`;
  }
  if (found === 'BOOLEAN' && wanted === 'BOOLEAN') return column;
  if (found === 'DATE' && wanted === 'DATE') return `case when isfinite(${column}) then ${column} end`;
  if (MOMENTS.has(found) && wanted === 'TIMESTAMP') {
    return `case when isfinite(${column}::timestamp) then ${column}::timestamp end`;
  }
  return undefined;
}

/**
 * SQL that says whether any of these texts has a character outside the blocks that are in NFC as they stand: Latin,
 * its Vietnamese letters, dashes and quotes. Normalising everything costs five times as much as reading the file,
 * and asking each column by itself half as much again as asking all at once.
 */
export function mayNeedNfc(texts: readonly string[]): string {
  return texts.length > 0 ? `regexp_matches(concat(${texts.join(', ')}), '${OUTSIDE_NFC_BLOCKS}')` : 'false';
}

const isEnum = (type: string) => type.startsWith('ENUM(');

const OUTSIDE_NFC_BLOCKS = String.raw`[^\x{0}-\x{2FF}\x{1EA0}-\x{1EF9}\x{2010}-\x{2027}]`;

const WHOLE_NUMBERS = new Set([
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
]);

const MOMENTS = new Set(['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS']);
