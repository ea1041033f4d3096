import {z} from 'zod';
import {createDocument} from 'zod-openapi';
import type {Action} from './action.ts';
import type {Endpoint} from './endpoint.ts';
import {problemStatuses} from './errors.ts';
import {fileFormats, mediaTypes, type FileFormat} from './formats.ts';
import * as schemas from './schemas.ts';

/** The API's own description, made of the schemas that its queries are checked by. */
export function describeApi(endpoints: readonly Endpoint[], actions: readonly Action[]) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'THADS',
      version: '1.0.0',
      description:
        'Số liệu thi hành án dân sự theo từng đêm dữ liệu. Tỷ lệ là phân số của 1; ngày viết YYYY-MM-DD.',
    },
    servers: [{url: '/api/v1'}],
    security: [{token: []}, {session: []}],
    components: {
      securitySchemes: {
        token: {type: 'http', scheme: 'bearer', description: 'Token do quản trị viên cấp (token add).'},
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'thads',
          description: 'Phiên đăng nhập trên trình duyệt.',
        },
      },
    },
    paths: {
      ...Object.fromEntries(
        [...Map.groupBy([...endpoints, ...actions], ({path}) => path)].map(([path, ofPath]) => [
          path,
          Object.fromEntries(
            ofPath.map((route) =>
              'find' in route ? ['get', readingOf(route)] : [route.method.toLowerCase(), operationOf(route)],
            ),
          ),
        ]),
      ),
      '/status': plain('Quy trình đã làm gì và đang phục vụ phiên bản nào', schemas.statusAnswer),
      '/events': {
        get: {
          summary:
            'Sự kiện: phiên bản đang dùng, đêm được công bố, bị giữ lại, bản giao bị từ chối, đêm hỏng',
          responses: {
            200: {
              description: 'text/event-stream: tên sự kiện ở `event`, nội dung JSON ở `data`',
              content: {'text/event-stream': {schema: schemas.happening}},
            },
            ...problemResponses,
          },
        },
      },
      '/health': plain('Tiến trình còn trả lời', z.strictObject({status: z.literal('ok')})),
      '/ready': plain(
        'Đã có dữ liệu để trả lời',
        z.strictObject({status: z.literal('ready'), night: z.iso.date(), version: z.string()}),
      ),
      '/openapi.json': plain('Tài liệu này', z.looseObject({openapi: z.string()})),
    },
  });
}

/** What a route, as `GET /metrics/{id}`, is for; empty where it is not described. */
export function summaryIn({paths}: ReturnType<typeof describeApi>, route: string): string {
  const [method = '', path = ''] = route.split(' ');
  const operations = paths?.[path] as Record<string, {summary?: string}> | undefined;
  return operations?.[method.toLowerCase()]?.summary ?? '';
}

const readingOf = ({summary, params, query, answer, tabular}: Endpoint) => ({
  summary,
  requestParams: {path: params, query},
  responses: {
    200: {
      description: summary,
      headers: stampHeaders,
      content: {
        [mediaTypes.json]: {schema: answer},
        ...(tabular ? fileContents : {}),
      },
    },
    304: {description: 'Không đổi so với ETag đã gửi.'},
    ...problemResponses,
  },
});

const operationOf = ({summary, params, query, body, answer, status = 200}: Action) => ({
  summary,
  requestParams: {path: params, query},
  ...(body === undefined
    ? {}
    : {requestBody: {required: true, content: {[mediaTypes.json]: {schema: body}}}}),
  responses: {
    ...(answer === null
      ? {204: {description: summary}}
      : answer === 'redirect'
        ? {303: {description: summary}}
        : {[status]: {description: summary, content: {[mediaTypes.json]: {schema: answer}}}}),
    ...problemResponses,
  },
});

const stampHeaders = z.object({
  'x-thads-night': z.iso.date().meta({description: 'Đêm dữ liệu đã dùng.'}),
  'x-thads-version': z.string().meta({description: 'Phiên bản đã dùng.'}),
  'x-thads-demo': z.literal('true').optional().meta({description: 'Có mặt khi là số liệu minh họa.'}),
  etag: z.string().meta({description: 'Đổi khi nội dung hoặc phiên bản đổi.'}),
});

const isText = (format: FileFormat) => format === 'csv' || format === 'ndjson';

const fileContents = Object.fromEntries(
  fileFormats.map((format) => [
    mediaTypes[format],
    {schema: isText(format) ? z.string() : z.string().meta({format: 'binary'})},
  ]),
);

const problemResponses = Object.fromEntries(
  problemStatuses.map((status) => [
    status,
    {description: 'Vấn đề (RFC 9457)', content: {'application/problem+json': {schema: schemas.problem}}},
  ]),
);

const plain = (summary: string, answer: z.ZodType) => ({
  get: {
    summary,
    responses: {
      200: {description: summary, content: {[mediaTypes.json]: {schema: answer}}},
      ...problemResponses,
    },
  },
});
