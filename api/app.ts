import express, {type Express} from 'express';
import {acting, type Action} from './action.ts';
import {answering} from './answering.ts';
import type {MailSettings} from './bulletins/mail-settings.ts';
import type {Endpoint} from './endpoint.ts';
import {ApiError, sendError} from './errors.ts';
import {GuardedRouter} from './guarded-router.ts';
import {changing, knownHost, readsOnly, securityHeaders, unreadBodies, type Addresses} from './guards.ts';
import type {Happenings} from './happenings.ts';
import {identify, SessionCookie} from './identity.ts';
import {Oidc} from './oidc.ts';
import type {OidcSettings} from './oidc-settings.ts';
import {describeApi, summaryIn} from './openapi.ts';
import {permissions} from './permissions.ts';
import type {Pipeline} from './pipeline.ts';
import {noteRefusals} from './refusals.ts';
import {Representations} from './representations.ts';
import {accountActions} from './routes/accounts.ts';
import {alertActions} from './routes/alerts.ts';
import {assignmentActions, assignments} from './routes/assignments.ts';
import {auditActions} from './routes/audit.ts';
import {boardActions, boardEndpoints} from './routes/board/board.ts';
import {bulletinActions} from './routes/bulletins.ts';
import {campaign, campaigns} from './routes/campaigns/campaigns.ts';
import {awardsPage} from './routes/campaigns/awards-page.ts';
import {comparison, explanation} from './routes/campaigns/explanation.ts';
import {rankingChanges, whatIf} from './routes/campaigns/moves.ts';
import {rankingPage} from './routes/campaigns/ranking-page.ts';
import {ranking} from './routes/campaigns/ranking.ts';
import {changes} from './routes/changes.ts';
import {defectAges} from './routes/defect-ages.ts';
import {defects} from './routes/defects.ts';
import {definition} from './routes/definition.ts';
import {entries} from './routes/entries.ts';
import {formerProvinces} from './routes/former-provinces.ts';
import {forms} from './routes/forms.ts';
import {dictionary, lineage} from './routes/lineage.ts';
import {gapRecord, gapRecordActions} from './routes/gap-record.ts';
import {letterActions} from './routes/letters.ts';
import {letterList} from './routes/lists.ts';
import {metricCatalogue, metricFigures, metricSeries} from './routes/metrics.ts';
import {nightActions} from './routes/nights.ts';
import {money} from './routes/money.ts';
import {officers} from './routes/officers.ts';
import {oidcActions} from './routes/oidc.ts';
import {overview} from './routes/overview.ts';
import {pace} from './routes/pace.ts';
import {frame} from './routes/pages/frame.ts';
import {moneyPage} from './routes/pages/money.ts';
import {officerWork} from './routes/pages/officer-work.ts';
import {officerPage} from './routes/pages/officer.ts';
import {reconciliationPage} from './routes/pages/reconciliation.ts';
import {unitWork} from './routes/pages/unit-work.ts';
import {unitPage} from './routes/pages/unit.ts';
import {paperActions} from './routes/papers.ts';
import {pictureActions} from './routes/pictures.ts';
import {permissionActions} from './routes/permissions.ts';
import {qualityRules} from './routes/quality.ts';
import {savedQueryActions} from './routes/queries.ts';
import {queryActions, type QueryParts} from './routes/query.ts';
import {reconciliation} from './routes/reconciliation.ts';
import {sessionActions} from './routes/session.ts';
import {qualitySignals} from './routes/signals.ts';
import {health, ready, status} from './routes/status.ts';
import {subscriptionActions} from './routes/subscriptions.ts';
import {targetChangeActions} from './routes/target-changes.ts';
import {targets} from './routes/targets.ts';
import {tokenActions} from './routes/tokens.ts';
import {unit, units} from './routes/units.ts';
import {usageActions} from './routes/usage.ts';
import {versionActions} from './routes/versions.ts';
import {Sessions} from './state/sessions.ts';
import type {Store} from './state/store.ts';
import {Throttle} from './state/throttle.ts';
import type {Versions} from './versions.ts';
import {webFiles} from './web-files.ts';

/** What the app needs of the world. */
export interface Parts {
  versions: Versions;
  pipeline: Pipeline;
  happenings: Happenings;
  store: Store;
  /** The time in milliseconds. */
  clock: () => number;
  /** Where people reach the server. */
  addresses: Addresses;
  /** Where people sign in for many programs at once, when there is such a place. */
  oidc?: OidcSettings | undefined;
  /** Where mail goes out, when it does. */
  mail?: MailSettings | undefined;
  /** What runs people's SQL. */
  sql: Omit<QueryParts, 'versions'>;
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
  definition,
  pace,
  units,
  unit,
  entries,
  qualityRules,
  qualitySignals,
  money,
  reconciliation,
  gapRecord,
  forms,
  formerProvinces,
  letterList,
  defects,
  defectAges,
  assignments,
  changes,
  targets,
  lineage,
  dictionary,
  overview,
  frame,
  moneyPage,
  reconciliationPage,
  unitPage,
  unitWork,
  officerPage,
  officerWork,
  officers,
  campaigns,
  campaign,
  ranking,
  rankingPage,
  awardsPage,
  explanation,
  comparison,
  whatIf,
  rankingChanges,
  ...boardEndpoints,
];

/** The whole API on one page: who may ask, what there is, what happens when it goes wrong. */
export function createApp(parts: Parts): Express {
  const {versions, pipeline, happenings, store, clock, addresses, web, report} = parts;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  // Whom a proxy names as the caller is believed only where there is to be one, on this machine.
  app.set('trust proxy', addresses.publicUrl ? 'loopback' : false);
  app.use(securityHeaders(addresses), knownHost(addresses), unreadBodies);

  const behindTls = addresses.publicUrl?.protocol === 'https:';
  const sessions = new Sessions(store, clock);
  const cookie = new SessionCookie('thads', {behindTls});
  const oidc = parts.oidc && new Oidc(parts.oidc, addresses, report);
  const isDemo = () => versions.inForce?.current.demo ?? false;
  const actions: Action[] = [
    ...sessionActions({sessions, throttle: new Throttle(clock), cookie, isDemo, hasOidc: oidc !== undefined}),
    ...oidcActions({oidc, sessions, cookie, held: new SessionCookie('thads-signing-in', {behindTls})}),
    ...accountActions,
    ...tokenActions,
    ...auditActions,
    ...usageActions,
    ...permissionActions({endpoints, summaryOf: (route) => summaryIn(description, route)}),
    ...alertActions({versions, hasMail: parts.mail !== undefined}),
    ...subscriptionActions({versions, hasMail: parts.mail !== undefined}),
    ...bulletinActions(versions),
    ...paperActions(versions),
    ...pictureActions(versions),
    ...letterActions(versions),
    ...boardActions(versions),
    ...assignmentActions(versions),
    ...gapRecordActions(versions),
    ...queryActions({...parts.sql, versions}),
    ...savedQueryActions,
    ...targetChangeActions({versions, folder: parts.sql.folder}),
    ...versionActions({folder: parts.sql.folder, versions}),
    ...nightActions({folder: parts.sql.folder, versions, pipeline}),
  ];

  const api = new GuardedRouter(permissions);
  const representations = new Representations();
  for (const endpoint of endpoints) {
    api.add('GET', endpoint.path, answering(endpoint, {versions, representations, store}));
  }
  for (const action of actions) {
    const before = action.method === 'GET' ? [] : changing(addresses, action.longestBody);
    api.add(action.method, action.path, ...before, acting(action, {store, clock}));
  }
  api.add('GET', '/status', status(versions, pipeline));
  api.add('GET', '/events', happenings.listen);
  api.add('GET', '/health', health);
  api.add('GET', '/ready', ready(versions));
  const description = describeApi(endpoints, actions);
  api.add('GET', '/openapi.json', (_request, response) => {
    response.setHeader('cache-control', 'no-cache');
    response.json(description);
  });

  app.use('/api/v1', (request, response, next) => {
    response.locals['person'] = identify(request, cookie, {store, sessions, clock, isDemo});
    next();
  });
  app.use('/api/v1', api.finish(), () => {
    throw new ApiError('not_found', 'Không có địa chỉ này trong API; xem /api/v1/openapi.json.');
  });
  app.use(readsOnly, webFiles(web));
  app.use(noteRefusals(store), sendError(report));
  return app;
}
