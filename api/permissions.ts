import {roles, type Role} from './roles.ts';

/**
 * Who may ask what: one line a route, and a route without a line does not start (6-security § 6.1).
 *
 * To add a route, add its line here, `METHOD path` as in its declaration. Name a set of roles below, or the roles. For
 * `tinh`, a route that takes `unit` answers only within the person's province, and demands one (reach.ts); a route that
 * takes none must have nothing of places in its answer, or hold itself to `asker.scope`.
 */
export type Access = 'anyone' | readonly Role[];

/** Whoever has signed in. */
const everyone: Access = roles;

/** Those who see figures; the administrator runs the system and sees none of its data. */
const figures: Access = ['lanh_dao', 'hoi_dong', 'phan_tich', 'phan_tich_pii', 'tinh'];

/** Those who see the nation's figures and every province's. */
const nation: Access = ['lanh_dao', 'hoi_dong', 'phan_tich', 'phan_tich_pii'];

/** Those who see single case files. */
const caseFiles: readonly Role[] = ['lanh_dao', 'phan_tich', 'phan_tich_pii', 'tinh'];

/** The awards board. */
const board: Access = ['hoi_dong'];

/** The awards board, and those who read what it does and approve a freeze. */
const boardAndLeadership: Access = ['lanh_dao', 'hoi_dong'];

/** Those who see nominations and objections, a province its own. */
const nominating: Access = ['lanh_dao', 'hoi_dong', 'tinh'];

/** Those who ask in SQL, each about what they may see. */
const writesSql: Access = ['phan_tich', 'phan_tich_pii', 'tinh'];

/** Those who are told when a figure breaks a rule, a province of its own. */
const alerted: Access = ['lanh_dao', 'tinh'];

/** Those who give work: the leadership to anyone, a province within itself. */
const givesWork: Access = ['lanh_dao', 'tinh'];

const administrator: Access = ['quan_tri'];

/** Those who get bulletins, and who keeps the list of them. */
const subscribing: Access = ['lanh_dao', 'tinh', 'quan_tri'];

export const permissions: Readonly<Record<string, Access>> = {
  'GET /health': 'anyone',
  'GET /ready': 'anyone',
  'GET /openapi.json': 'anyone',
  'GET /status': everyone,
  'GET /events': everyone,

  'GET /sign-in': 'anyone',
  'GET /sign-in/oidc': 'anyone',
  'GET /sign-in/oidc/callback': 'anyone',
  'POST /session': 'anyone',
  'GET /session': everyone,
  'DELETE /session': everyone,
  'PUT /session/purpose': ['phan_tich_pii'],
  'PUT /session/password': everyone,

  'GET /pages/frame': everyone,

  'GET /metrics': figures,
  'GET /metrics/{id}': figures,
  'GET /metrics/{id}/pace': figures,
  'GET /metrics/{id}/series': figures,
  'GET /metrics/{id}/definition': figures,
  'GET /money': figures,
  'GET /units': figures,
  'GET /units/{id}': figures,
  'GET /quality/rules': figures,
  'GET /quality/signals': figures,
  'GET /reconciliation': figures,
  'GET /reconciliation/record': figures,
  'PUT /reconciliation/record': ['tinh'],
  'POST /reconciliation/record/signature': ['lanh_dao'],
  'GET /forms': figures,
  'GET /former-provinces': figures,
  'GET /dictionary': figures,
  'GET /lineage': figures,
  'GET /lists/{id}': nation,
  'GET /entries': nation,
  'GET /changes': nation,
  'GET /pages/overview': nation,
  'GET /pages/money': nation,
  'GET /pages/reconciliation': figures,
  'GET /pages/unit': figures,
  'GET /pages/unit-work': figures,
  'GET /pages/officer': ['lanh_dao', 'hoi_dong', 'tinh'],
  'GET /pages/officer-work': ['lanh_dao', 'hoi_dong', 'tinh'],
  'GET /officers': ['lanh_dao', 'hoi_dong', 'tinh'],
  'GET /defects': caseFiles,
  'GET /defects/ages': caseFiles,
  'GET /defects/assignments': givesWork,
  'PUT /defects/assignments': givesWork,
  'POST /defects/assignments/{assignment}/done': ['tinh'],

  'GET /targets': everyone,
  'GET /targets/changes': ['lanh_dao', 'quan_tri'],
  'POST /targets/changes': administrator,
  'POST /targets/changes/{change}/decision': ['lanh_dao', 'quan_tri'],

  'GET /campaigns': everyone,
  'GET /campaigns/{id}': everyone,
  'GET /campaigns/{id}/page': figures,
  'GET /campaigns/{id}/awards': nominating,
  'GET /campaigns/{id}/ranking': figures,
  'GET /campaigns/{id}/changes': figures,
  'GET /campaigns/{id}/explanation': ['lanh_dao', 'hoi_dong', 'tinh'],
  'GET /campaigns/{id}/comparison': ['lanh_dao', 'hoi_dong', 'tinh'],
  'GET /campaigns/{id}/what-if': ['lanh_dao', 'hoi_dong'],

  'GET /campaigns/{id}/parameters': everyone,
  'POST /campaigns/{id}/parameters': ['hoi_dong', 'quan_tri'],
  'GET /campaigns/{id}/freezes': boardAndLeadership,
  'POST /campaigns/{id}/freezes': board,
  'GET /campaigns/{id}/freezes/{freeze}': boardAndLeadership,
  'POST /campaigns/{id}/freezes/{freeze}/decision': ['lanh_dao'],
  'GET /campaigns/{id}/objections': nominating,
  'POST /campaigns/{id}/objections': ['hoi_dong', 'tinh'],
  'GET /campaigns/{id}/objections/{objection}/attachment': nominating,
  'POST /campaigns/{id}/objections/{objection}/decision': board,
  'GET /campaigns/{id}/quotas': nominating,
  'GET /campaigns/{id}/sizes': boardAndLeadership,
  'POST /campaigns/{id}/sizes': board,
  'GET /campaigns/{id}/nominations': nominating,
  'GET /campaigns/{id}/nominations/{nomination}': nominating,
  'PUT /campaigns/{id}/nominations/{nomination}/shortlist': board,
  'POST /campaigns/{id}/nominations/{nomination}/decision': board,
  'PUT /campaigns/{id}/nominations/{nomination}/pending/{matter}': board,

  'POST /query': writesSql,
  'GET /query/history': writesSql,
  'GET /query/complete': writesSql,
  'DELETE /query/{id}': writesSql,
  'GET /queries': writesSql,
  'POST /queries': writesSql,
  'GET /queries/{id}': writesSql,
  'PATCH /queries/{id}': writesSql,
  'DELETE /queries/{id}': writesSql,

  'GET /accounts': administrator,
  'POST /accounts': administrator,
  'GET /accounts/{id}': administrator,
  'PATCH /accounts/{id}': administrator,
  'GET /tokens': administrator,
  'POST /tokens': administrator,
  'DELETE /tokens/{id}': administrator,
  'GET /audit': administrator,
  'GET /usage': administrator,
  'POST /usage': everyone,
  'GET /permissions': administrator,

  'GET /alerts': alerted,
  'POST /alerts': ['lanh_dao'],
  'GET /alerts/preview': alerted,
  'PATCH /alerts/{id}': ['lanh_dao'],
  'POST /alerts/{id}/snooze': ['lanh_dao'],
  'GET /bulletins/subscriptions': subscribing,
  'POST /bulletins/subscriptions': administrator,
  'PATCH /bulletins/subscriptions/{subscription}': administrator,
  'GET /bulletins/log': subscribing,
  'GET /bulletins/nation': ['lanh_dao'],
  'GET /bulletins/{province}': alerted,

  'GET /pictures/{chart}': figures,
  'GET /papers': figures,
  'GET /papers/{paper}': figures,
  'GET /letters/{letter}/template': boardAndLeadership,
  'PUT /letters/{letter}/template': boardAndLeadership,
  'POST /letters/{letter}/preview': boardAndLeadership,

  'GET /nights': everyone,
  'GET /versions': ['lanh_dao', 'quan_tri'],
  'POST /versions/{version}/release': ['lanh_dao'],
  'POST /versions/{version}/rollback': administrator,
};

/** The roles that see figures about one officer: the officer's own line of command, the board and the leadership. */
export const seesOfficers: readonly Role[] = ['lanh_dao', 'hoi_dong', 'tinh'];

/** The roles that see single case files. */
export const seesCaseFiles: readonly Role[] = caseFiles;

/** The roles that must name a purpose before they see anything of a night. */
export const namesPurpose: readonly Role[] = ['phan_tich_pii'];

/** The routes a role may ask, as the page of that role needs to know. */
export const routesOf = (role: Role): string[] =>
  Object.keys(permissions).filter((route) => mayAsk(role, route));

/** Whether a role may ask a route, as `GET /metrics/{id}`. */
export function mayAsk(role: Role, route: string): boolean {
  const access = permissions[route];
  return access === 'anyone' || (access?.includes(role) ?? false);
}
