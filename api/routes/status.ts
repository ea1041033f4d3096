import type {RequestHandler} from 'express';
import {z} from 'zod';
import type {SourceFreshness, StatusAnswer} from '../answers.ts';
import {parseQuery, readQuery} from '../parameters.ts';
import {countedAgain, heldNights, lastRun, type Pipeline} from '../pipeline.ts';
import type {Versions} from '../versions.ts';

const nothing = z.strictObject({});

/** Whether the process answers at all: for a load balancer. */
export const health: RequestHandler = (request, response) => {
  parseQuery(nothing, readQuery(request.originalUrl));
  response.setHeader('cache-control', 'no-store');
  response.json({status: 'ok'});
};

/** Whether there is a version to answer from. */
export const ready =
  (versions: Versions): RequestHandler =>
  (request, response) => {
    parseQuery(nothing, readQuery(request.originalUrl));
    return versions.use(({current: {night, version}}) => {
      response.setHeader('cache-control', 'no-store');
      response.json({status: 'ready', night, version});
      return Promise.resolve();
    });
  };

/** What the pipeline did, and what is being served. */
export const status =
  (versions: Versions, pipeline: Pipeline): RequestHandler =>
  (request, response) => {
    parseQuery(nothing, readQuery(request.originalUrl));
    return versions.use(async (version) => {
      const {night, version: name, demo, published_at} = version.current;
      const [sources, steps, [checked]] = await Promise.all([
        version.rows<SourceFreshness>('source_freshness'),
        version.rows<StatusAnswer['steps'][number]>('steps'),
        version.rows<{checks: number}>('checks'),
      ]);
      const answer: StatusAnswer = {
        night,
        version: name,
        demo,
        published_at,
        nights: [...version.nights],
        sources,
        checks: checked?.checks ?? 0,
        rows_landed: sources.reduce((sum, {rows}) => sum + rows, 0),
        rows_quarantined: sources.reduce((sum, {quarantined}) => sum + quarantined, 0),
        steps,
        held: heldNights(pipeline.versions()),
        counted_again: countedAgain(pipeline.versions(), name),
        last_run: lastRun(pipeline.runs()),
        not_opened: versions.notOpened ?? null,
      };
      response.set({
        'cache-control': 'no-store',
        'x-thads-night': night,
        'x-thads-version': name,
        ...(demo ? {'x-thads-demo': 'true'} : {}),
      });
      response.json(answer);
    });
  };
