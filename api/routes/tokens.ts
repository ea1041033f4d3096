import {z} from 'zod';
import type {TokenAnswer} from '../answers.ts';
import {action, type Action} from '../action.ts';
import {actorOf} from '../identity.ts';
import {roles} from '../roles.ts';
import * as schemas from '../account-schemas.ts';
import {createToken, listTokens, revokeToken, type NewToken, type Token} from '../state/tokens.ts';

const nothing = z.strictObject({});

/** Keys for programs: for the administrator. */
export const tokenActions: Action[] = [
  action({
    method: 'GET',
    path: '/tokens',
    summary: 'Mọi token, mới nhất trước; không có bí mật của token',
    params: nothing,
    query: nothing,
    answer: schemas.tokensAnswer,
    act: (_question, {store}) => ({rows: listTokens(store).map(shown)}),
  }),
  action({
    method: 'POST',
    path: '/tokens',
    summary: 'Tạo token; bí mật chỉ hiện ở câu trả lời này',
    params: nothing,
    query: nothing,
    body: z.strictObject({
      name: z.string(),
      role: z.enum(roles, {error: `chỉ nhận ${roles.join(', ')}`}),
      province: z.string().max(2).optional(),
      purpose: z.string().max(500).optional(),
      until: z.iso.date({error: 'cần một ngày viết YYYY-MM-DD'}).optional(),
    }),
    answer: schemas.newTokenAnswer,
    status: 201,
    act({body}, {store, person, now}) {
      const wanted = Object.fromEntries(
        Object.entries(body).filter(([, value]) => value !== undefined),
      ) as unknown as NewToken;
      const {token, secret} = createToken(store, wanted, actorOf(person), now);
      return {token: shown(token), secret};
    },
  }),
  action({
    method: 'DELETE',
    path: '/tokens/{id}',
    summary: 'Thu hồi một token',
    params: z.strictObject({id: z.string().meta({description: 'Mã của token.'})}),
    query: nothing,
    answer: schemas.tokenAnswer,
    act: ({params: {id}}, {store, person}) => shown(revokeToken(store, id, actorOf(person))),
  }),
];

const shown = ({
  province = null,
  purpose = null,
  ...token
}: Omit<Token, 'province' | 'purpose'> & {
  province?: string | null;
  purpose?: string | null;
}): TokenAnswer => ({
  ...token,
  province,
  purpose,
});
