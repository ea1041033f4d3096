/** Vietnam keeps one offset all year round. */
const offsetMinutes = 7 * 60;

/** A moment as answers write it: ISO 8601 with Vietnam's offset, to the second. */
export function vietnamMoment(moment: Date): string {
  const local = new Date(moment.getTime() + offsetMinutes * 60_000);
  return `${local.toISOString().slice(0, 19)}+07:00`;
}
