import {z} from 'zod';
import {role} from './account-schemas.ts';

/* The shapes of how much pages are used, and of what a role may do. */

/** Every page whose views are counted; the web has the same names. */
export const pages = [
  'overview',
  'provinces',
  'province',
  'office',
  'officer',
  'money',
  'quality',
  'reconciliation',
  'ranking',
  'awards',
  'sql',
  'dictionary',
  'operations',
  'administration',
  'bulletins',
  'papers',
] as const;

const page = z
  .enum(pages, {error: `chỉ nhận ${pages.join(', ')}`})
  .meta({id: 'Page', description: 'Một trang của hệ thống.'});

export const viewedPage = z.strictObject({page});

export const usageAnswer = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    rows: z.array(
      z.strictObject({
        page,
        views: z.int(),
        last_on: z.iso.date().nullable().meta({description: 'Ngày cuối cùng có người mở.'}),
        roles: z.array(z.strictObject({role, views: z.int()})),
        is_rare: z.boolean().meta({description: 'Không ai mở trong cả kỳ.'}),
      }),
    ),
  })
  .meta({id: 'Usage'});

export const permissionsAnswer = z
  .strictObject({
    role,
    province: z.string().nullable(),
    scope: z.string().meta({description: 'Thấy dữ liệu đến đâu.'}),
    needs_purpose: z.boolean().meta({description: 'Phải nêu mục đích trước khi xem.'}),
    sees_officers: z.boolean().meta({description: 'Xem được số liệu của từng cán bộ.'}),
    rows: z.array(
      z.strictObject({
        route: z.string(),
        summary: z.string(),
        may: z.boolean(),
        why: z
          .enum(['anyone', 'signed_in', 'role', 'within_province', 'other_roles'])
          .meta({description: 'Vì sao được hay không được.'}),
        allowed: z.array(role).meta({description: 'Các vai trò được dùng.'}),
      }),
    ),
  })
  .meta({id: 'PermissionsOfRole'});

export type PageName = (typeof pages)[number];
export type UsageAnswer = z.infer<typeof usageAnswer>;
export type PermissionsAnswer = z.infer<typeof permissionsAnswer>;
