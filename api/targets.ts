import type {Target} from './answers.ts';
import type {OpenVersion} from './open-version.ts';

/** The targets in force over the nights of a period. */
export interface Targets {
  /** None when no letter gave one for that night. */
  find(metric: string, night: string): Target | null;
}

/** Reads which targets were in force on the nights of a period. */
export async function readTargets(version: OpenVersion, from: string, to: string): Promise<Targets> {
  const rows = await version.rows<Target & {night: string; metric_id: string}>('targets_in_force', {
    from,
    to,
  });
  const byNight = new Map(
    rows.map(({night, metric_id, ...target}) => [`${night} ${metric_id}`, target satisfies Target]),
  );
  return {find: (metric, night) => byNight.get(`${night} ${metric}`) ?? null};
}
