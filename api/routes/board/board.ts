import type {Action} from '../../action.ts';
import type {Endpoint} from '../../endpoint.ts';
import type {Versions} from '../../versions.ts';
import {decisionActions} from './decisions.ts';
import {freezeActions} from './freezes.ts';
import {frozenRanking} from './frozen-ranking.ts';
import {nomination, nominations} from './nominations.ts';
import {objectionActions} from './objections.ts';
import {parameterActions} from './parameters.ts';
import {quotas, sizeActions} from './quotas.ts';

/** What the awards board reads. */
export const boardEndpoints: readonly Endpoint[] = [frozenRanking, quotas, nominations, nomination];

/** What the awards board does, and those who deal with it. */
export const boardActions = (versions: Versions): Action[] => [
  ...parameterActions(versions),
  ...freezeActions(versions),
  ...objectionActions(versions),
  ...sizeActions(versions),
  ...decisionActions(versions),
];
