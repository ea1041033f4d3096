import type {RequestHandler, Response} from 'express';
import {z} from 'zod';
import {refusedIn} from '../warehouse/last-run.ts';
import type {Happening} from './answers.ts';
import {ApiError} from './errors.ts';
import {parseQuery, readQuery} from './parameters.ts';
import {brokenNights, heldNights, type Pipeline} from './pipeline.ts';
import type {Versions} from './versions.ts';

const lookEvery = 500;
const heartbeatEvery = 20_000;

/** More than anybody has open; each is a connection that stays. */
const mostListeners = 100;

/**
 * Tells listeners what happens to nights, as server-sent events. A listener is told first what is in force, so one
 * that was away for a while knows at once whether it missed something.
 */
export class Happenings {
  readonly #versions: Versions;
  readonly #pipeline: Pipeline;
  readonly #report: (error: unknown) => void;
  readonly #listeners = new Set<Response>();
  #timers: NodeJS.Timeout[] = [];
  #known: Known = nothingKnown();
  #complaint: string | undefined;

  constructor(versions: Versions, pipeline: Pipeline, report: (error: unknown) => void) {
    this.#versions = versions;
    this.#pipeline = pipeline;
    this.#report = report;
  }

  readonly listen: RequestHandler = (request, response) => {
    parseQuery(z.strictObject({}), readQuery(request.originalUrl));
    if (this.#listeners.size >= mostListeners) {
      throw new ApiError(
        'too_many_listeners',
        `Đã có ${mostListeners} kết nối đang nghe sự kiện; hãy đóng bớt cửa sổ rồi thử lại.`,
      );
    }
    if (this.#listeners.size === 0) this.#begin();
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy that buffers would keep the news to itself.
      'x-accel-buffering': 'no',
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    this.#listeners.add(response);
    response.on('close', () => {
      this.#listeners.delete(response);
      if (this.#listeners.size === 0) this.#pause();
    });
    const current = this.#versions.inForce?.current;
    if (current) response.write(textOf({type: 'in_force', version: current.version, night: current.night}));
  };

  /** Ends every connection; nobody is told anything any more. */
  close(): void {
    this.#pause();
    for (const response of this.#listeners) response.end();
  }

  /** From here on something is news: what is there already is not. */
  #begin(): void {
    this.#known = nothingKnown();
    this.#news();
    this.#timers = [
      setInterval(() => this.#look(), lookEvery),
      setInterval(() => this.#tell(': \n\n'), heartbeatEvery),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  #pause(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  #look(): void {
    try {
      for (const happening of this.#news()) this.#tell(textOf(happening));
      this.#complaint = undefined;
    } catch (error) {
      // A file half copied by hand is whole at a later look; until then once is enough to be told.
      if (this.#complaint === String(error)) return;
      this.#complaint = String(error);
      this.#report(error);
    }
  }

  #tell(text: string): void {
    for (const response of this.#listeners) response.write(text);
  }

  /** What has happened since it was last asked for. */
  #news(): Happening[] {
    const {versions, held, runs} = this.#known;
    const happenings: Happening[] = [];
    const current = this.#versions.inForce?.current;
    if (current && !versions.has(current.version)) {
      versions.clear();
      versions.add(current.version);
      happenings.push({type: 'published', version: current.version, night: current.night});
    }
    for (const {version, night, reasons} of heldNights(this.#pipeline.versions())) {
      if (held.has(version)) continue;
      held.add(version);
      happenings.push({type: 'held', version, night, reasons});
    }
    const fresh = this.#pipeline.runs().filter(({metadata}) => !runs.has(metadata.generated_at));
    for (const {metadata} of fresh) runs.add(metadata.generated_at);
    for (const refused of refusedIn(fresh)) happenings.push({type: 'refused', ...refused});
    for (const broken of brokenNights(fresh)) happenings.push({type: 'broken', ...broken});
    return happenings;
  }
}

interface Known {
  versions: Set<string>;
  held: Set<string>;
  runs: Set<string>;
}

const nothingKnown = (): Known => ({versions: new Set(), held: new Set(), runs: new Set()});

const textOf = ({type, ...data}: Happening) => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
