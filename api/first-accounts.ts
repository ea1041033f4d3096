import type {Role} from './roles.ts';
import {roleNames, roles} from './roles.ts';
import {createAccount, findAccount, inventPassword, listAccounts, system} from './state/accounts.ts';
import type {Store} from './state/store.ts';

/** An account somebody can sign in with, and its password. */
export interface Credentials {
  id: string;
  password: string;
  role: Role;
}

/** Opens made-up data only, so it may be known to everybody. */
const demoPassword = 'chi-la-so-lieu-minh-hoa';
const demoProvince = '38';

/** The accounts of made-up data: one for each role. */
export const demoAccounts: readonly Credentials[] = roles.map((role) => ({
  id: `demo.${role}`,
  password: demoPassword,
  role,
}));

/** Makes the accounts of made-up data, those that are not there yet. */
export async function createDemoAccounts(store: Store): Promise<void> {
  for (const {id, password, role} of demoAccounts) {
    if (findAccount(store, id)) continue;
    const province = role === 'tinh' ? {province: demoProvince} : {};
    await createAccount(
      store,
      {id, full_name: 'Tài khoản minh họa', role, ...province, password, is_demo: true},
      system,
    );
  }
}

/** Makes the first administrator when nobody could sign in as one; their password is known to the caller only. */
export async function createFirstAdministrator(store: Store): Promise<Credentials | undefined> {
  const others = listAccounts(store).filter(({role, is_demo}) => role === 'quan_tri' && !is_demo);
  if (others.some(({disabled_at}) => disabled_at === null)) return undefined;
  const id = findAccount(store, 'quan-tri') ? `quan-tri-${others.length + 1}` : 'quan-tri';
  const credentials = {id, password: inventPassword(), role: 'quan_tri'} as const;
  await createAccount(store, {...credentials, full_name: roleNames.quan_tri}, system);
  return credentials;
}
