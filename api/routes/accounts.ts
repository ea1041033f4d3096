import {z} from 'zod';
import type {AccountAnswer} from '../answers.ts';
import {action, type Action} from '../action.ts';
import {ApiError} from '../errors.ts';
import {actorOf} from '../identity.ts';
import {roles} from '../roles.ts';
import * as schemas from '../account-schemas.ts';
import {
  changePassword,
  changeRole,
  createAccount,
  disableAccount,
  enableAccount,
  findAccount,
  inventPassword,
  listAccounts,
  type Account,
} from '../state/accounts.ts';
import type {Store} from '../state/store.ts';

const nothing = z.strictObject({});
const params = z.strictObject({id: z.string().meta({description: 'Tên đăng nhập.', example: 'an.nguyen'})});
const standing = {
  role: z.enum(roles, {error: `chỉ nhận ${roles.join(', ')}`}),
  province: z.string().max(2).optional(),
};

/** Who may sign in, and as what: for the administrator. */
export const accountActions: Action[] = [
  action({
    method: 'GET',
    path: '/accounts',
    summary: 'Mọi tài khoản, kể cả đã khóa',
    params: nothing,
    query: nothing,
    answer: schemas.accountsAnswer,
    act: (_question, {store}) => ({rows: listAccounts(store).map(shown)}),
  }),
  action({
    method: 'POST',
    path: '/accounts',
    summary: 'Tạo tài khoản; mật khẩu ban đầu chỉ hiện ở câu trả lời này',
    params: nothing,
    query: nothing,
    body: z.strictObject({id: z.string(), full_name: z.string(), ...standing}),
    answer: schemas.newAccountAnswer,
    status: 201,
    async act({body: {id, full_name, role, province}}, {store, person}) {
      const password = inventPassword();
      const wanted = {id, full_name, role, password, ...(province === undefined ? {} : {province})};
      return {account: shown(await createAccount(store, wanted, actorOf(person))), password};
    },
  }),
  action({
    method: 'GET',
    path: '/accounts/{id}',
    summary: 'Một tài khoản',
    params,
    query: nothing,
    answer: schemas.accountAnswer,
    act: ({params: {id}}, {store}) => shown(accountCalled(store, id)),
  }),
  action({
    method: 'PATCH',
    path: '/accounts/{id}',
    summary: 'Đổi vai trò, khóa, mở lại hoặc cấp mật khẩu mới; các phiên đang mở của người đó kết thúc',
    params,
    query: nothing,
    body: z.discriminatedUnion(
      'change',
      [
        z.strictObject({change: z.literal('role'), ...standing}),
        z.strictObject({change: z.literal('disable')}),
        z.strictObject({change: z.literal('enable')}),
        z.strictObject({change: z.literal('password')}),
      ],
      {error: 'change chỉ nhận role, disable, enable, password'},
    ),
    answer: schemas.changedAccountAnswer,
    async act({params: {id}, body}, {store, person}) {
      accountCalled(store, id);
      const by = actorOf(person);
      let password: string | null = null;
      switch (body.change) {
        case 'role': {
          const {role, province} = body;
          changeRole(store, id, {role, ...(province === undefined ? {} : {province})}, by);
          break;
        }
        case 'disable':
          disableAccount(store, id, by);
          break;
        case 'enable':
          enableAccount(store, id, by);
          break;
        case 'password':
          password = inventPassword();
          await changePassword(store, id, password, by);
          break;
      }
      return {account: shown(accountCalled(store, id)), password};
    },
  }),
];

function accountCalled(store: Store, id: string): Account {
  const account = findAccount(store, id);
  if (!account)
    throw new ApiError('unknown_account', 'Không có tài khoản mang tên này; xem /api/v1/accounts.');
  return account;
}

const shown = ({
  province = null,
  ...account
}: Omit<Account, 'province'> & {province?: string | null}): AccountAnswer => ({
  ...account,
  province,
});
