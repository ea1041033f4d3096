/** What a person may be here (6-security § 6.1), in the words the system itself uses. */
export const roles = ['lanh_dao', 'hoi_dong', 'phan_tich', 'phan_tich_pii', 'tinh', 'quan_tri'] as const;
export type Role = (typeof roles)[number];

/** What each role is called by people. */
export const roleNames: Readonly<Record<Role, string>> = {
  lanh_dao: 'Lãnh đạo Cục',
  hoi_dong: 'Hội đồng thi đua, khen thưởng',
  phan_tich: 'Chuyên viên phân tích',
  phan_tich_pii: 'Chuyên viên phân tích dữ liệu cá nhân',
  tinh: 'Thi hành án dân sự tỉnh',
  quan_tri: 'Quản trị hệ thống',
};

/** A role, and the province it is of: `tinh` has one, the others have none. */
export interface Standing {
  role: Role;
  province?: string;
}

/**
 * How far a person sees. `all` has everything; `no_parties` everything but the personal data of parties;
 * `no_personal_data` has officers by their code as well; a province has its own rows; `none` has no case data.
 */
export type Scope = 'all' | 'no_parties' | 'no_personal_data' | 'none' | {province: string};

const scopes: Readonly<Record<Exclude<Role, 'tinh'>, Scope>> = {
  lanh_dao: 'no_parties',
  hoi_dong: 'no_parties',
  phan_tich: 'no_personal_data',
  phan_tich_pii: 'all',
  quan_tri: 'none',
};

/** How far somebody sees, by their role; a province's viewer without a province sees nothing. */
export function scopeOf({role, province}: Standing): Scope {
  if (role !== 'tinh') return scopes[role];
  return province === undefined ? 'none' : {province};
}

/** A scope as a word: in keys of what is kept, and in the audit log. */
export const scopeName = (scope: Scope): string =>
  typeof scope === 'string' ? scope : `province:${scope.province}`;

/** Whether a text names a role. */
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
