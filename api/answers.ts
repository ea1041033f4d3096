/**
 * The shapes of the API's answers: the one file that web may borrow from, as types.
 * Dates are `YYYY-MM-DD`, moments ISO 8601 with offset, rates fractions of 1, money whole đồng.
 */

export type * from './answers/accounts.ts';
export type * from './answers/figures.ts';
export type * from './answers/models.ts';
export type * from './answers/nights.ts';
export type * from './answers/problems.ts';
export type * from './answers/quality.ts';
export type * from './answers/queries.ts';
export type * from './answers/reconciliation.ts';
export type * from './board-schemas.ts';
export type * from './bulletin-schemas.ts';
export type * from './campaign-schemas.ts';
export type * from './definition-schemas.ts';
export type * from './former-province-schemas.ts';
export type * from './gap-record-schemas.ts';
export type * from './letter-schemas.ts';
export type * from './money-schemas.ts';
export type * from './night-schemas.ts';
export type * from './nomination-schemas.ts';
export type * from './officer-schemas.ts';
export type * from './page-schemas.ts';
export type * from './paper-schemas.ts';
export type * from './ranking-page-schemas.ts';
export type * from './signal-schemas.ts';
export type * from './target-schemas.ts';
export type * from './usage-schemas.ts';
export type * from './version-schemas.ts';
export type * from './whole-page-schemas.ts';
export type * from './work-schemas.ts';
export type * from './state/deeds.ts';
export type {PaperFormat} from './papers/offered.ts';
export type {Pillar} from '../warehouse/defects.ts';
export type {Forecast, NoForecast} from '../warehouse/forecast.ts';
export type {Language, Level, Status, Target, Words} from '../warehouse/metrics.ts';
export type {Role} from './roles.ts';
