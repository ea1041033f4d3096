/** The night that answers for a date, the last one when none is asked for; null when there is none so early. */
export function nightFor(nights: readonly string[], asOf: string | null): string | null {
  return nights.findLast((night) => asOf === null || night <= asOf) ?? null;
}

/** The night compared with: the last one at or before the date chosen, or else a week before; null without one. */
export function comparedFor(
  nights: readonly string[],
  night: string | null,
  chosen: string | null,
): string | null {
  if (night === null) return null;
  return nightFor(
    nights.filter((known) => known < night),
    chosen ?? weekBefore(night),
  );
}

function weekBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);
}
