import express, {type Express} from 'express';
import {answering} from './answering.ts';
import type {Endpoint} from './endpoint.ts';
import {ApiError, sendError} from './errors.ts';
import {knownHost, readsOnly, securityHeaders} from './guards.ts';
import type {Happenings} from './happenings.ts';
import {describeApi} from './openapi.ts';
import type {Pipeline} from './pipeline.ts';
import {Representations} from './representations.ts';
import {changes} from './routes/changes.ts';
import {defects} from './routes/defects.ts';
import {entries} from './routes/entries.ts';
import {dictionary, lineage} from './routes/lineage.ts';
import {metricCatalogue, metricFigures, metricSeries} from './routes/metrics.ts';
import {overview} from './routes/overview.ts';
import {pace} from './routes/pace.ts';
import {qualityRules} from './routes/quality.ts';
import {health, ready, status} from './routes/status.ts';
import {unit, units} from './routes/units.ts';
import type {Versions} from './versions.ts';
import {webFiles} from './web-files.ts';

/** What the app needs of the world. */
export interface Parts {
  versions: Versions;
  pipeline: Pipeline;
  happenings: Happenings;
  /** The folder with the built web. */
  web: string;
  /** Where our own faults are told. */
  report: (error: unknown) => void;
}

/** The addresses that answer from a version. */
export const endpoints: readonly Endpoint[] = [
  metricCatalogue,
  metricFigures,
  metricSeries,
  pace,
  units,
  unit,
  entries,
  qualityRules,
  defects,
  changes,
  lineage,
  dictionary,
  overview,
];

/** The whole API on one page: who may ask, what there is, what happens when it goes wrong. */
export function createApp({versions, pipeline, happenings, web, report}: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use(securityHeaders, knownHost, readsOnly);

  const api = express.Router({caseSensitive: true, strict: true});
  const representations = new Representations();
  for (const endpoint of endpoints) {
    api.get(expressPath(endpoint.path), answering(endpoint, {versions, representations}));
  }
  api.get('/status', status(versions, pipeline));
  api.get('/events', happenings.listen);
  api.get('/health', health);
  api.get('/ready', ready(versions));
  const description = describeApi(endpoints);
  api.get('/openapi.json', (_request, response) => {
    response.setHeader('cache-control', 'no-cache');
    response.json(description);
  });
  api.use(() => {
    throw new ApiError('not_found', 'Không có địa chỉ này trong API; xem /api/v1/openapi.json.');
  });

  app.use('/api/v1', api);
  app.use(webFiles(web));
  app.use(sendError(report));
  return app;
}

const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');
