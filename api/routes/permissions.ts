import {z} from 'zod';
import {action, type Action} from '../action.ts';
import {role} from '../account-schemas.ts';
import type {Endpoint} from '../endpoint.ts';
import {namesPurpose, permissions, seesOfficers, type Access} from '../permissions.ts';
import {roles, scopeName, scopeOf, type Role} from '../roles.ts';
import {permissionsAnswer, type PermissionsAnswer} from '../usage-schemas.ts';

/** What explaining a role needs to know of the API. */
interface Api {
  endpoints: readonly Endpoint[];
  /** What a route is for, as the API's description says it. */
  summaryOf: (route: string) => string;
}

/** What somebody of a role may ask, and why; without looking at anything in their name. */
export const permissionActions = ({endpoints, summaryOf}: Api): Action[] => [
  action({
    method: 'GET',
    path: '/permissions',
    summary: 'Một vai trò được dùng những địa chỉ nào và vì sao; không xem dữ liệu thay người đó',
    params: z.strictObject({}),
    query: z.strictObject({
      role: role.meta({description: 'Vai trò.'}),
      province: z
        .string()
        .regex(/^\d{2}$/, {error: 'cần mã tỉnh hai chữ số'})
        .optional()
        .meta({description: 'Tỉnh, với vai trò tinh.'}),
    }),
    answer: permissionsAnswer,
    act({query}) {
      const province = query.role === 'tinh' ? query.province : undefined;
      const standing = {role: query.role, ...(province === undefined ? {} : {province})};
      const takesUnit = (route: string) =>
        endpoints.some(({path, query}) => route === `GET ${path}` && 'unit' in query.shape);
      return {
        role: query.role,
        province: province ?? null,
        scope: scopeName(scopeOf(standing)),
        needs_purpose: namesPurpose.includes(query.role),
        sees_officers: seesOfficers.includes(query.role),
        rows: Object.entries(permissions).map(([route, access]) => ({
          route,
          summary: summaryOf(route),
          ...judged(access, query.role, takesUnit(route)),
        })),
      };
    },
  }),
];

type Judged = Pick<PermissionsAnswer['rows'][number], 'may' | 'why' | 'allowed'>;

function judged(access: Access, role: Role, takesUnit: boolean): Judged {
  if (access === 'anyone') return {may: true, why: 'anyone', allowed: [...roles]};
  const allowed = [...access];
  if (!access.includes(role)) return {may: false, why: 'other_roles', allowed};
  if (role === 'tinh' && takesUnit) return {may: true, why: 'within_province', allowed};
  return {may: true, why: access === roles ? 'signed_in' : 'role', allowed};
}
