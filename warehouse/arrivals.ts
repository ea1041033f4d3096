import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';

/** What a look at the landing folder found; deliveries are named `2026-03-31/to-chuc-tha`. */
export interface Arrivals {
  /** Whole since the last look: every file has the size its package declares, and nothing has moved since. */
  arrived: string[];
  /** Not whole, and not moving either: somebody has to be told why. */
  stuck: string[];
  /** Still being copied. */
  moving: string[];
  /** All that is not moving, whether it was told before or not. */
  quiet: string[];
}

/** How long nothing may move before a delivery counts as whole, or as one that will never be; in milliseconds. */
export interface Patience {
  settle: number;
  giveUp: number;
}

/**
 * Tells half-copied deliveries from whole ones, look by look. A delivery that changes after it was told, a correction
 * in the same folder, is told again. `now` is any clock in milliseconds that never goes back.
 */
export function createArrivals(landing: string, {settle, giveUp}: Patience): (now: number) => Arrivals {
  let seen = new Map<string, {trace: string; since: number; isTold: boolean}>();
  return (now) => {
    const found: Arrivals = {arrived: [], stuck: [], moving: [], quiet: []};
    const still: typeof seen = new Map();
    for (const name of deliveriesIn(landing)) {
      const {trace, isWhole} = traceOf(join(landing, name));
      const known = seen.get(name);
      const delivery = known?.trace === trace ? known : {trace, since: now, isTold: false};
      still.set(name, delivery);
      const isQuiet = delivery.isTold || now - delivery.since >= (isWhole ? settle : giveUp);
      (isQuiet ? found.quiet : found.moving).push(name);
      if (!isQuiet || delivery.isTold) continue;
      delivery.isTold = true;
      (isWhole ? found.arrived : found.stuck).push(name);
    }
    seen = still;
    return found;
  };
}

const packageName = 'datapackage.json';

/** Only what tells how large the files are to be; the night reads the rest, and says what is wrong with it. */
const Sizes = z.object({resources: z.array(z.object({path: z.string(), bytes: z.number()}))});

/** The folders that have a package; a share that is away for a moment has none. */
function deliveriesIn(landing: string): string[] {
  return foldersIn(landing)
    .flatMap((date) => foldersIn(join(landing, date)).map((program) => `${date}/${program}`))
    .filter((name) => statSync(join(landing, name, packageName), {throwIfNoEntry: false}));
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

/** What changes when anything in a delivery does, and whether all of it is there. */
function traceOf(folder: string): {trace: string; isWhole: boolean} {
  const given = readPackage(join(folder, packageName));
  const sizes = Sizes.safeParse(given.content);
  const files = sizes.success ? sizes.data.resources : [];
  const states = files.map(({path, bytes}) => ({bytes, ...stateOf(join(folder, path))}));
  return {
    trace: JSON.stringify([given.state, states]),
    isWhole: given.content !== undefined && states.every(({bytes, size}) => bytes === size),
  };
}

/** A package that is no JSON yet has no content; one that is, but not as agreed, is for the night to refuse. */
function readPackage(path: string): {content: unknown; state: object} {
  const state = stateOf(path);
  try {
    return {content: JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')), state};
  } catch {
    return {content: undefined, state};
  }
}

function stateOf(path: string): {size?: number; changed?: number} {
  try {
    const {size, mtimeMs} = statSync(path);
    return {size, changed: mtimeMs};
  } catch {
    return {};
  }
}
