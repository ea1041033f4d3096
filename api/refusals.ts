import type {ErrorRequestHandler} from 'express';
import {ApiError} from './errors.ts';
import {actorOf, type Person} from './identity.ts';
import {writeAudit} from './state/audit.ts';
import type {Store} from './state/store.ts';

/** Writes down who asked for what they may not, before they are told so. */
export const noteRefusals =
  (store: Store): ErrorRequestHandler =>
  (error: unknown, {method, originalUrl}, {locals}, next) => {
    const person = locals['person'] as Person | undefined;
    if (person && error instanceof ApiError && error.code === 'not_permitted') {
      writeAudit(store, {
        ...actorOf(person),
        action: 'request.refuse',
        subject: `${method} ${originalUrl.slice(0, 2000)}`,
        details: {reason: error.message},
        outcome: 'refused',
      });
    }
    next(error);
  };
