import {z} from 'zod';
import type {AccountAnswer, AuditRow, SessionAnswer, SignInAnswer, TokenAnswer} from './answers.ts';
import {roles} from './roles.ts';

const moment = z.iso.datetime({offset: true});

/** A role as what is sent and answered names it. */
export const role = z.enum(roles).meta({id: 'Role'});

export const signInAnswer = z.strictObject({
  oidc: z.boolean(),
  demo: z.array(z.strictObject({id: z.string(), password: z.string(), role_name: z.string()})),
}) satisfies z.ZodType<SignInAnswer>;

export const sessionAnswer = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role,
    role_name: z.string(),
    province: z.string().nullable(),
    scope: z.string(),
    purpose: z.string().nullable(),
    needs_purpose: z.boolean(),
    via: z.enum(['session', 'token']),
    routes: z.array(z.string()),
  })
  .meta({id: 'Session'}) satisfies z.ZodType<SessionAnswer>;

export const accountAnswer = z
  .strictObject({
    id: z.string(),
    full_name: z.string(),
    role,
    province: z.string().nullable(),
    is_demo: z.boolean(),
    created_at: moment,
    disabled_at: moment.nullable(),
  })
  .meta({id: 'Account'}) satisfies z.ZodType<AccountAnswer>;

export const accountsAnswer = z.strictObject({rows: z.array(accountAnswer)});

export const newAccountAnswer = z.strictObject({
  account: accountAnswer,
  password: z.string().meta({description: 'Chỉ hiện một lần.'}),
});

export const changedAccountAnswer = z.strictObject({
  account: accountAnswer,
  password: z.string().nullable().meta({description: 'Mật khẩu mới, khi được cấp; chỉ hiện một lần.'}),
});

export const tokenAnswer = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role,
    province: z.string().nullable(),
    purpose: z.string().nullable(),
    created_by: z.string(),
    created_at: moment,
    until: z.iso.date(),
    revoked_at: moment.nullable(),
  })
  .meta({id: 'Token'}) satisfies z.ZodType<TokenAnswer>;

export const tokensAnswer = z.strictObject({rows: z.array(tokenAnswer)});

export const newTokenAnswer = z.strictObject({
  token: tokenAnswer,
  secret: z.string().meta({description: 'Gửi kèm mỗi yêu cầu: Authorization: Bearer …; chỉ hiện một lần.'}),
});

const auditRow = z
  .strictObject({
    id: z.int(),
    at: moment,
    actor: z.string(),
    role: z.string(),
    scope: z.string(),
    action: z.string(),
    subject: z.string(),
    details: z.record(z.string(), z.unknown()),
    rows: z.int().nullable(),
    outcome: z.enum(['begun', 'done', 'refused', 'failed']),
    previous_hash: z.string(),
    hash: z.string(),
  })
  .meta({id: 'AuditEntry'}) satisfies z.ZodType<AuditRow>;

export const auditAnswer = z.strictObject({rows: z.array(auditRow)});
