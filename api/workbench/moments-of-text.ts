/** As far as the engine's own moments go; it writes `infinity` for those. */
const furthest = {
  32: (2n ** 31n - 1n) * 86_400_000_000_000n,
  64: (2n ** 63n - 1n) * 1000n,
};

/** A day or a moment as nanoseconds since 1970, exactly; `infinity` is the last there is. */
export function nanosOf(text: string, bits: 32 | 64): bigint {
  if (text === 'infinity') return furthest[bits];
  if (text === '-infinity') return -furthest[bits];
  const found =
    /^(\d+)-(\d\d)-(\d\d)(?: \(BC\))?(?:[T ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?(?: \(BC\))?(?:\+(\d\d):(\d\d))?(?: \(BC\))?$/.exec(
      text,
    );
  if (!found) throw new Error(`${text} is no moment that DuckDB would write.`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const moment = new Date(0);
  // Before the year 1 came the year 1 before Christ.
  moment.setUTCFullYear(text.includes('(BC)') ? 1 - year : year, month - 1, day);
  moment.setUTCHours(hour, minute, second);
  const part = BigInt((found[7] ?? '').padEnd(9, '0').slice(0, 9));
  const offset = BigInt(Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0)) * 60_000_000_000n;
  return BigInt(moment.getTime()) * 1_000_000n + part - offset;
}
