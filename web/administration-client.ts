import type {
  AccountAnswer,
  AuditRow,
  CampaignAnswer,
  CampaignsAnswer,
  PermissionsAnswer,
  Role,
  RulesAnswer,
  TokenAnswer,
  UsageAnswer,
} from '../api/answers.ts';
import {answerOf, fetchJson, send} from './client.ts';

/** Every account, closed ones too. */
export async function fetchAccounts(signal: AbortSignal): Promise<AccountAnswer[]> {
  return ((await fetchJson('/api/v1/accounts', signal)) as {rows: AccountAnswer[]}).rows;
}

/** Who somebody is and what they may do, before they have an account. */
export interface NewAccount {
  id: string;
  full_name: string;
  role: Role;
  province?: string;
}

/** An account, and a password that is told once; null when it did not change. */
export interface AccountChanged {
  account: AccountAnswer;
  password: string | null;
}

/** Makes an account with a password of the program's making. */
export async function createAccount(account: NewAccount): Promise<AccountChanged> {
  return (await answerOf(await send('POST', '/api/v1/accounts', account))) as AccountChanged;
}

/** What may be changed of an account. */
export type AccountChange =
  {change: 'disable' | 'enable' | 'password'} | {change: 'role'; role: Role; province?: string};

/** Changes an account; its sessions end. */
export async function changeAccount(id: string, change: AccountChange): Promise<AccountChanged> {
  const path = `/api/v1/accounts/${encodeURIComponent(id)}`;
  return (await answerOf(await send('PATCH', path, change))) as AccountChanged;
}

/** Every token, without its secret. */
export async function fetchTokens(signal: AbortSignal): Promise<TokenAnswer[]> {
  return ((await fetchJson('/api/v1/tokens', signal)) as {rows: TokenAnswer[]}).rows;
}

/** What a token is made with. */
export interface NewToken {
  name: string;
  role: Role;
  province?: string;
  purpose?: string;
  until?: string;
}

/** Makes a token; its secret is told once. */
export async function createToken(token: NewToken): Promise<{token: TokenAnswer; secret: string}> {
  return (await answerOf(await send('POST', '/api/v1/tokens', token))) as {
    token: TokenAnswer;
    secret: string;
  };
}

/** Takes a token's right away. */
export async function revokeToken(id: string): Promise<TokenAnswer> {
  return (await answerOf(await send('DELETE', `/api/v1/tokens/${id}`))) as TokenAnswer;
}

/** The latest campaign and what was changed of its rules; null when there is none. */
export async function fetchCampaignRules(
  signal: AbortSignal,
): Promise<{campaign: CampaignAnswer; rules: RulesAnswer} | null> {
  const {campaigns} = (await fetchJson('/api/v1/campaigns', signal)) as CampaignsAnswer;
  const latest = campaigns.toSorted((one, other) => (one.starts_on < other.starts_on ? 1 : -1))[0];
  if (!latest) return null;
  const path = `/api/v1/campaigns/${latest.id}`;
  const [campaign, rules] = await Promise.all([
    fetchJson(path, signal),
    fetchJson(`${path}/parameters`, signal),
  ]);
  return {campaign: campaign as CampaignAnswer, rules: rules as RulesAnswer};
}

/** A threshold that is to be another, and why. */
export interface ThresholdWanted {
  gate: string;
  applies_to: 'collective' | 'individual';
  /** A rate, a day, or null for none. */
  threshold: number | string | null;
  reason: string;
  /** The last change that was seen. */
  revision: number;
}

/** Sets a threshold. */
export async function setThreshold(campaign: string, wanted: ThresholdWanted): Promise<RulesAnswer> {
  const body = {change: 'threshold', ...wanted};
  return (await answerOf(
    await send('POST', `/api/v1/campaigns/${campaign}/parameters`, body),
  )) as RulesAnswer;
}

/** How often each page was opened lately. */
export async function fetchUsage(signal: AbortSignal): Promise<UsageAnswer> {
  return (await fetchJson('/api/v1/usage', signal)) as UsageAnswer;
}

/** What a role may do, and why; of the role of a province, with its code. */
export async function fetchPermissions(
  {role, province}: {role: Role; province: string},
  signal: AbortSignal,
): Promise<PermissionsAnswer> {
  const query = new URLSearchParams({role, ...(province === '' ? {} : {province})});
  return (await fetchJson(`/api/v1/permissions?${query}`, signal)) as PermissionsAnswer;
}

/** What is looked for in the log; what is left empty is anything. */
export interface AuditSought {
  actor: string;
  action: string;
  subject: string;
  /** Local moments as a field has them, `2026-03-31T08:00`. */
  from: string;
  to: string;
}

/** Entries of the log, the newest first; older than one when it is named. */
export async function searchAudit(
  sought: AuditSought,
  before: number | null,
  signal: AbortSignal,
): Promise<AuditRow[]> {
  const {from, to, ...texts} = sought;
  const query = new URLSearchParams(
    Object.entries({
      ...texts,
      from: from && `${from}:00+07:00`,
      to: to && `${to}:59+07:00`,
      before: before === null ? '' : String(before),
    })
      .map(([name, value]): [string, string] => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );
  return ((await fetchJson(`/api/v1/audit?${query}`, signal)) as {rows: AuditRow[]}).rows;
}
