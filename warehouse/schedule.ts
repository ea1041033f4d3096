import {Cron} from 'croner';

/** Rings every day at some times. */
export interface Schedule {
  /** The first ring after a moment; none without times. */
  next(after: Date): Date | undefined;
  stop(): void;
}

/** Rings at times of day in Vietnam, as `02:00`, whatever the machine's own time zone is. */
export function ringDaily(times: readonly string[], ring: () => void): Schedule {
  const crons = times.map((time) => {
    const [hour, minute] = time.split(':').map(Number);
    return new Cron(`0 ${minute} ${hour} * * *`, {timezone: 'Asia/Ho_Chi_Minh'}, ring);
  });
  return {
    next: (after) =>
      crons
        .flatMap((cron) => cron.nextRun(after) ?? [])
        .sort((one, other) => one.getTime() - other.getTime())[0],
    stop: () => crons.forEach((cron) => cron.stop()),
  };
}
