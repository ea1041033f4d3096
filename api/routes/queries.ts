import {z} from 'zod';
import {action, type Action} from '../action.ts';
import * as schemas from '../query-schemas.ts';
import {
  changeQuery,
  deleteQuery,
  findQuery,
  listQueries,
  saveQuery,
  versionsOf,
} from '../workbench/saved-queries.ts';

const nothing = z.strictObject({});
const one = z.strictObject({id: z.string().meta({description: 'Mã của câu SQL đã lưu.'})});

/** Queries that people keep, and share; whoever runs one does so with their own rights. */
export const savedQueryActions: Action[] = [
  action({
    method: 'GET',
    path: '/queries',
    summary: 'Những câu SQL người hỏi đã lưu, và những câu người khác chia sẻ',
    params: nothing,
    query: nothing,
    answer: schemas.savedQueriesAnswer,
    act: (_question, {store, person}) => ({rows: listQueries(store, person.id)}),
  }),
  action({
    method: 'POST',
    path: '/queries',
    summary: 'Lưu một câu SQL',
    params: nothing,
    query: nothing,
    body: schemas.newQueryBody,
    answer: schemas.savedQueryAnswer,
    status: 201,
    act: ({body}, {store, person, now}) => saveQuery(store, body, person.id, now),
  }),
  action({
    method: 'GET',
    path: '/queries/{id}',
    summary: 'Một câu SQL đã lưu, với mọi bản của nó',
    params: one,
    query: nothing,
    answer: schemas.savedQueryHistory,
    act: ({params: {id}}, {store, person}) => ({
      ...findQuery(store, id, person.id),
      versions: versionsOf(store, id),
    }),
  }),
  action({
    method: 'PATCH',
    path: '/queries/{id}',
    summary: 'Sửa câu SQL của mình; câu chữ cũ vẫn còn là một bản trước',
    params: one,
    query: nothing,
    body: schemas.changedQueryBody,
    answer: schemas.savedQueryAnswer,
    act: ({params: {id}, body: {version, ...change}}, {store, person, now}) =>
      changeQuery(store, id, {...change, seen: version}, person.id, now),
  }),
  action({
    method: 'DELETE',
    path: '/queries/{id}',
    summary: 'Bỏ câu SQL của mình khỏi danh sách',
    params: one,
    query: nothing,
    answer: null,
    act({params: {id}}, {store, person, now}) {
      deleteQuery(store, id, person.id, now);
    },
  }),
];
