import type {Role} from '../api/roles.ts';
import {system} from '../api/state/accounts.ts';
import {openStore, stateFolder} from '../api/state/store.ts';
import {createToken as create} from '../api/state/tokens.ts';

/** A key for a program of a role, good on any server that serves this data folder. */
export function createToken(data: string, role: Role = 'lanh_dao', province?: string): string {
  const store = openStore(stateFolder(data));
  try {
    const standing = {role, ...(province === undefined ? {} : {province})};
    const purpose = role === 'phan_tich_pii' ? {purpose: 'kiểm thử tự động'} : {};
    return create(store, {name: 'kiểm thử', ...standing, ...purpose}, system).secret;
  } finally {
    store.close();
  }
}

/** The header that carries a key of the leadership, who may ask for every figure. */
export const leadershipOf = (data: string): {authorization: string} => ({
  authorization: `Bearer ${createToken(data)}`,
});
