import type {PermissionsAnswer} from '../../api/answers.ts';
import {inLanguages} from './words.ts';

type Why = PermissionsAnswer['rows'][number]['why'];

const vi = {
  title: (views: number, used: number, all: number, rare: number) =>
    views === 0
      ? 'Chưa ai mở trang nào trong 30 ngày qua'
      : rare === 0
        ? `Cả ${all} trang đều có người mở trong 30 ngày qua`
        : `${used}/${all} trang có người mở trong 30 ngày qua; ${rare} trang ít dùng`,
  subtitle: (from: string, to: string) =>
    `Đếm theo trang, vai trò và ngày, từ ${from} đến ${to}; không ghi ai đã mở`,
  columns: {page: 'Trang', views: 'Lượt mở', roles: 'Theo vai trò', last: 'Lần cuối', state: 'Mức dùng'},
  ofRole: (role: string, views: string) => `${role}: ${views}`,
  never: 'chưa',
  used: '● có dùng',
  rare: '○ ít dùng',

  access: {
    role: 'Vai trò',
    province: 'Mã tỉnh',
    provinceAdvice: 'hai chữ số, chỉ cho vai trò cấp tỉnh; ví dụ 38',
    explain: 'Giải thích',
    title: (role: string, pages: number, allPages: number, routes: number, allRoutes: number) =>
      `${role} mở được ${pages}/${allPages} trang, dùng được ${routes}/${allRoutes} địa chỉ`,
    subtitle: 'Chỉ giải thích quyền của vai trò; không mở dữ liệu thay người khác',
    scopes: {
      all: 'Thấy mọi dữ liệu, kể cả dữ liệu cá nhân của đương sự.',
      no_parties: 'Thấy số liệu toàn quốc và mã hồ sơ; không thấy dữ liệu cá nhân của đương sự.',
      no_personal_data: 'Thấy số liệu toàn quốc; cán bộ chỉ hiện bằng mã, không có dữ liệu cá nhân.',
      none: 'Không thấy số liệu nghiệp vụ nào.',
    } as Readonly<Record<string, string>>,
    ofProvince: (province: string) => `Chỉ thấy dữ liệu của tỉnh ${province}.`,
    purpose: 'Phải nêu mục đích của phiên trước khi xem (Luật 91/2025/QH15).',
    officers: 'Xem được số liệu của từng cán bộ trong phạm vi trên.',
    noOfficers: 'Không xem được số liệu của từng cán bộ (Luật 91/2025/QH15, Điều 25).',
    pagesTitle: 'Các trang',
    routesTitle: (routes: number) => `Từng địa chỉ (${routes})`,
    pageColumns: ['Trang', 'Được mở', 'Vì sao'],
    routeColumns: ['Việc', 'Địa chỉ', 'Được dùng', 'Vì sao'],
    may: '✓ được',
    mayNot: '✗ không',
    noNeed: 'trang không cần số liệu nào',
    whys: {
      anyone: () => 'dành cho mọi người, không cần đăng nhập',
      signed_in: () => 'dành cho mọi người đã đăng nhập',
      role: (roles: string) => `dành cho: ${roles}`,
      within_province: (roles: string) => `chỉ trong tỉnh của mình; dành cho: ${roles}`,
      other_roles: (roles: string) => `chỉ dành cho: ${roles}`,
    } satisfies Record<Why, (roles: string) => string>,
  },
};

const en: typeof vi = {
  title: (views, used, all, rare) =>
    views === 0
      ? 'Nobody opened a page in the last 30 days'
      : rare === 0
        ? `Each of the ${all} pages was opened in the last 30 days`
        : `${used} of ${all} pages were opened in the last 30 days; ${rare} are hardly used`,
  subtitle: (from, to) =>
    `Counted by page, role and day, from ${from} to ${to}; nobody’s name is written down`,
  columns: {page: 'Page', views: 'Views', roles: 'By role', last: 'Last opened', state: 'Use'},
  ofRole: (role, views) => `${role}: ${views}`,
  never: 'never',
  used: '● used',
  rare: '○ hardly used',
  access: {
    role: 'Role',
    province: 'Province',
    provinceAdvice: 'two digits, only for the role of a province; such as 38',
    explain: 'Explain',
    title: (role, pages, allPages, routes, allRoutes) =>
      `${role} may open ${pages} of ${allPages} pages and use ${routes} of ${allRoutes} addresses`,
    subtitle: 'Explains what a role may do; opens no data in anybody’s name',
    scopes: {
      all: 'Sees all data, the personal data of parties too.',
      no_parties: 'Sees the nation’s figures and the numbers of case files; no personal data of parties.',
      no_personal_data: 'Sees the nation’s figures; officials by their code only, no personal data.',
      none: 'Sees no figures.',
    },
    ofProvince: (province) => `Sees the data of province ${province} only.`,
    purpose: 'Must name the purpose of the session first (Law 91/2025/QH15).',
    officers: 'Sees figures of single officials within that.',
    noOfficers: 'Sees no figures of single officials (Law 91/2025/QH15, Article 25).',
    pagesTitle: 'Pages',
    routesTitle: (routes) => `Every address (${routes})`,
    pageColumns: ['Page', 'May open', 'Why'],
    routeColumns: ['What for', 'Address', 'May use', 'Why'],
    may: '✓ yes',
    mayNot: '✗ no',
    noNeed: 'the page needs no figures',
    whys: {
      anyone: () => 'for anybody, without signing in',
      signed_in: () => 'for everybody who has signed in',
      role: (roles) => `for: ${roles}`,
      within_province: (roles) => `within the own province only; for: ${roles}`,
      other_roles: (roles) => `for these only: ${roles}`,
    },
  },
};

/** The words about how much pages are used, and about what a role may do. */
export const usageWords = inLanguages({vi, en});
