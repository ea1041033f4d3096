import {readFileSync} from 'node:fs';
import {z} from 'zod';
import {WrongUsage} from '../warehouse/errors.ts';
import {isLoopback} from './guards.ts';
import {roles, type Standing} from './roles.ts';
import {mustHaveProvince} from './state/accounts.ts';
import {mustBePrivate} from './state/private-file.ts';

/** Where people sign in for many programs at once, and what that makes them here. */
export interface OidcSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** The first that fits a person's claims says their role. */
  roles: readonly RoleRule[];
}

/** Whoever has this value in this claim has this role; a province's viewer has the province named, or in a claim. */
export type RoleRule = z.output<typeof roleRule>;

const roleRule = z.strictObject({
  claim: z.string().min(1),
  value: z.string().min(1),
  role: z.enum(roles),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  province_claim: z.string().min(1).optional(),
});

const shortestSecret = 16;

/** The settings of the environment (`THADS_OIDC_…`); none when no issuer is named. */
export function readOidcSettings(environment: NodeJS.ProcessEnv): OidcSettings | undefined {
  const named = environment['THADS_OIDC_ISSUER'];
  if (named === undefined) return undefined;
  const issuer = URL.parse(named);
  if (issuer === null || (issuer.protocol !== 'https:' && !isLoopback(issuer.hostname))) {
    throw new WrongUsage('THADS_OIDC_ISSUER phải là một địa chỉ https://….');
  }
  const clientId = environment['THADS_OIDC_CLIENT_ID'] ?? '';
  if (clientId === '') throw new WrongUsage('Thiếu THADS_OIDC_CLIENT_ID.');
  const path = environment['THADS_OIDC_ROLES'];
  if (path === undefined) throw new WrongUsage('Thiếu THADS_OIDC_ROLES: tệp JSON gán vai trò theo claim.');
  return {issuer, clientId, clientSecret: readSecret(environment), roles: readRules(path)};
}

/** The role and province that a person's claims give them here; none when no rule fits. */
export function standingBy(
  rules: readonly RoleRule[],
  claims: Readonly<Record<string, unknown>>,
): Standing | undefined {
  const rule = rules.find(({claim, value}) => [claims[claim]].flat().includes(value));
  if (!rule) return undefined;
  if (rule.role !== 'tinh') return {role: rule.role};
  const province = rule.province ?? (rule.province_claim && claims[rule.province_claim]);
  return typeof province === 'string' && /^\d{2}$/.test(province) ? {role: 'tinh', province} : undefined;
}

function readSecret(environment: NodeJS.ProcessEnv): string {
  const path = environment['THADS_OIDC_CLIENT_SECRET_FILE'];
  if (path !== undefined) mustBePrivate(path);
  const secret =
    path === undefined ? environment['THADS_OIDC_CLIENT_SECRET'] : readFileSync(path, 'utf8').trim();
  if (secret !== undefined && secret.length >= shortestSecret) return secret;
  throw new WrongUsage(
    `Bí mật OIDC trống hoặc ngắn hơn ${shortestSecret} ký tự; hãy nêu THADS_OIDC_CLIENT_SECRET_FILE hoặc THADS_OIDC_CLIENT_SECRET.`,
  );
}

function readRules(path: string): RoleRule[] {
  const read = z
    .array(roleRule)
    .min(1)
    .safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) {
    throw new WrongUsage(`Tệp ${path} không gán được vai trò: ${z.prettifyError(read.error)}`);
  }
  for (const {role, province, province_claim} of read.data) {
    if (province_claim === undefined) mustHaveProvince({role, ...(province === undefined ? {} : {province})});
  }
  return read.data;
}
