import {randomUUID} from 'node:crypto';
import type {Request} from 'express';
import {z} from 'zod';
import type {DataFolder} from '../../warehouse/folders.ts';
import {action, sent, type Action, type ActionContext} from '../action.ts';
import {columnMeanings} from '../column-meanings.ts';
import {hasByteOrderMark} from '../csv.ts';
import {ApiError} from '../errors.ts';
import {formats, mediaTypes, type Format} from '../formats.ts';
import type {Person} from '../identity.ts';
import {parameters} from '../parameters.ts';
import * as schemas from '../query-schemas.ts';
import {mustHavePurpose} from '../reach.ts';
import {scopeOf, type Scope} from '../roles.ts';
import type {Versions} from '../versions.ts';
import {versionOf} from '../workbench/chosen-version.ts';
import type {Completions} from '../workbench/completions.ts';
import {mustMatch} from '../workbench/parameters.ts';
import {queryHistory, QueryLog} from '../workbench/query-log.ts';
import {problemOfQuery} from '../workbench/query-problem.ts';
import {sendResult} from '../workbench/sending-result.ts';
import {findQuery} from '../workbench/saved-queries.ts';
import {fileFor} from '../workbench/scope-file.ts';
import {seenCasesOf} from '../workbench/seen-cases.ts';
import type {Workbench} from '../workbench/workbench.ts';

/** What questions in SQL need of the world. */
export interface QueryParts {
  workbench: Workbench;
  completions: Completions;
  versions: Versions;
  folder: DataFolder;
}

const nothing = z.strictObject({});

/** SQL of people's own, about what they may see (6-security § 6.3). */
export function queryActions(parts: QueryParts): Action[] {
  const {workbench, completions, versions} = parts;
  return [
    action({
      method: 'POST',
      path: '/query',
      summary:
        'Chạy một câu SQL chỉ đọc trên số liệu trong phạm vi của người hỏi; kết quả JSON, hoặc Arrow, CSV, XLSX, Parquet, NDJSON theo Accept hay ?format=',
      params: nothing,
      query: z.strictObject({
        format: z
          .enum(formats, {error: `chỉ nhận ${formats.join(', ')}`})
          .optional()
          .meta({description: 'Định dạng kết quả.'}),
        bom: parameters.bom,
      }),
      body: schemas.queryBody,
      answer: schemas.queryAnswer,
      act: ({query, body}, context) => answerQuery(body, query, parts, context),
    }),
    action({
      method: 'GET',
      path: '/query/history',
      summary: 'Những câu SQL người hỏi đã chạy hoặc đang chạy, mới nhất trước',
      params: nothing,
      query: nothing,
      answer: schemas.historyAnswer,
      act: (_question, {store, person}) => ({
        rows: queryHistory(store, person, (id) => workbench.isRunning(id)),
      }),
    }),
    action({
      method: 'GET',
      path: '/query/complete',
      summary: 'Có thể viết gì tiếp ở một chỗ trong câu SQL, kèm nghĩa của bảng và cột',
      params: nothing,
      query: z.strictObject({
        sql: z.string().max(8000, {error: 'dài nhất 8000 ký tự'}).meta({description: 'Câu SQL đang viết.'}),
        position: z
          .string()
          .regex(/^\d{1,5}$/, {error: 'cần một số'})
          .optional()
          .meta({description: 'Chỗ con trỏ, tính theo ký tự UTF-16; mặc định là cuối câu.'}),
      }),
      answer: schemas.completionsAnswer,
      act({query: {sql, position}}, {person}) {
        mustHavePurpose(person);
        const written = sql.slice(0, position === undefined ? undefined : Number(position));
        return versions.use((version) => completions.suggest(written, version), scopeWithSql(person));
      },
    }),
    action({
      method: 'DELETE',
      path: '/query/{id}',
      summary: 'Dừng một câu SQL của chính người hỏi đang chạy hoặc đang chờ',
      params: z.strictObject({id: z.string().meta({description: 'Mã câu SQL.'})}),
      query: nothing,
      answer: null,
      act({params: {id}}, {person}) {
        if (workbench.cancel(id, person.id)) return;
        throw new ApiError('unknown_query', `Bạn không có câu SQL ${id} nào đang chạy.`);
      },
    }),
  ];
}

async function answerQuery(
  body: z.output<typeof schemas.queryBody>,
  asked: FileAsked,
  {workbench, versions, folder}: QueryParts,
  {person, store, request, response}: ActionContext,
): Promise<typeof sent> {
  mustHavePurpose(person);
  const format = asked.format ?? formatByAccept(request);
  const scope = scopeWithSql(person);
  const {params, profile, id = randomUUID()} = body;
  if (workbench.isRunning(id)) {
    throw new ApiError('invalid_body', 'Mã này đang dùng cho một câu SQL khác; hãy dùng mã khác.');
  }
  const sql = textOf(body, (saved) => findQuery(store, saved.id, person.id, saved.version).sql);
  const version = versionOf(versions, folder, body.as_of);
  const file = fileFor(folder, version, scope);
  const most = format === 'json' ? workbench.limits.screenRows : workbench.limits.fileRows;
  const rows = Math.min(body.limit ?? most, most);

  const log = new QueryLog(store, person, {
    id,
    sql,
    version: version.version,
    format,
    parameters: Object.keys(params),
  });
  const leave = () => workbench.cancel(id, person.id);
  response.once('close', leave);
  try {
    const question = {id, person: person.id, file, sql, params, rows, profile: profile && format === 'json'};
    const result = await workbench.run(question, ({parameters}) => {
      mustMatch(parameters, params);
      log.begin();
    });
    const ended = {elapsed_ms: Math.round(result.elapsed), cut_by: result.cutBy};
    log.done(result.rowCount, ended, () => seenCasesOf(result));
    const meanings = format === 'xlsx' ? await versions.use(columnMeanings, scope) : undefined;
    await sendResult(
      {id, result, rowLimit: rows, version, format, hasMark: hasByteOrderMark(asked), sql, meanings},
      response,
    );
    return sent;
  } catch (error) {
    const problem = problemOfQuery(error, sql);
    log.failed(problem?.code ?? 'internal');
    throw problem ?? error;
  } finally {
    response.off('close', leave);
  }
}

/** The form somebody asked for in the address. */
interface FileAsked {
  format?: Format | undefined;
  bom?: '0' | '1' | undefined;
}

/** How far somebody sees who may ask in SQL. */
function scopeWithSql(person: Person): Exclude<Scope, 'none'> {
  const scope = scopeOf(person);
  if (scope === 'none') throw new ApiError('not_permitted', 'Tài khoản của bạn chưa gắn với tỉnh nào.');
  return scope;
}

type Body = z.output<typeof schemas.queryBody>;

function textOf({sql, saved}: Body, read: (saved: NonNullable<Body['saved']>) => string): string {
  if (sql !== undefined && saved === undefined) return sql;
  if (saved !== undefined && sql === undefined) return read(saved);
  throw new ApiError('invalid_body', 'Cần đúng một trong hai trường sql và saved. Xem /api/v1/openapi.json.');
}

function formatByAccept(request: Request): Format {
  const {accept} = request.headers;
  if (accept === undefined || accept === '*/*') return 'json';
  const type = request.accepts(formats.map((format) => mediaTypes[format]));
  const chosen = formats.find((format) => mediaTypes[format] === type);
  if (chosen) return chosen;
  throw new ApiError(
    'not_acceptable',
    `Kết quả chỉ có các định dạng ${formats.join(', ')}; hãy chọn một trong số đó bằng ?format= hoặc Accept.`,
  );
}
