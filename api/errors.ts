import type {ErrorRequestHandler} from 'express';
import type {Problem} from './answers.ts';

/** What can go wrong, by its stable code: the HTTP status and a short title. The detail is said where it happens. */
const problems = {
  invalid_parameter: {status: 422, title: 'Tham số không hợp lệ'},
  level_not_available: {status: 422, title: 'Chỉ tiêu không có ở cấp này'},
  pace_not_available: {status: 422, title: 'Chỉ tiêu không có nhịp nhập'},
  night_not_kept: {status: 422, title: 'Đêm cũ không còn giữ chi tiết này'},
  too_many_rows: {status: 422, title: 'Kết quả quá lớn'},
  unknown_metric: {status: 404, title: 'Không có chỉ tiêu này'},
  unknown_unit: {status: 404, title: 'Không có đơn vị này'},
  unknown_officer: {status: 404, title: 'Không có cán bộ này'},
  stale_cursor: {status: 410, title: 'Con trỏ đã hết hiệu lực'},
  unknown_model: {status: 404, title: 'Không có mô hình này'},
  no_night: {status: 404, title: 'Không có đêm dữ liệu'},
  not_found: {status: 404, title: 'Không có địa chỉ này'},
  method_not_allowed: {status: 405, title: 'Phương thức không được hỗ trợ'},
  not_acceptable: {status: 406, title: 'Định dạng không được hỗ trợ'},
  body_not_allowed: {status: 413, title: 'Yêu cầu không được có nội dung'},
  wrong_host: {status: 421, title: 'Sai tên máy chủ'},
  bad_request: {status: 400, title: 'Yêu cầu không đọc được'},
  internal: {status: 500, title: 'Lỗi của máy chủ'},
  older_version: {status: 503, title: 'Phiên bản cũ chưa có số liệu này'},
  too_many_listeners: {status: 503, title: 'Quá nhiều kết nối'},
  no_version: {status: 503, title: 'Chưa có dữ liệu'},
} as const satisfies Record<string, {status: number; title: string}>;

export type ProblemCode = keyof typeof problems;

/** An answer other than the one asked for. Anything else thrown is our fault, and a 500. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: ProblemCode;

  /** `detail` is a Vietnamese sentence: what happened, and what to do. */
  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** A problem as readers get it (RFC 9457). */
export const problemOf = ({code, message}: ApiError): Problem => ({
  type: `urn:thads:problem:${code}`,
  title: problems[code].title,
  status: problems[code].status,
  detail: message,
  code,
});

/** The statuses that can come with a problem, for the API's own description. */
export const problemStatuses = [...new Set(Object.values(problems).map(({status}) => status))].sort();

/** The one place where what was thrown becomes an answer; our own faults are told to `report` in full, to nobody else. */
export function sendError(report: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const shown = asApiError(error);
    if (shown.code === 'internal') report(error);
    const problem = problemOf(shown);
    for (const name of ['content-encoding', 'content-disposition', 'etag']) response.removeHeader(name);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'application/problem+json; charset=utf-8');
    response.status(problem.status).end(JSON.stringify(problem));
  };
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  // Express's own complaints about a request, such as a path that is not UTF-8 once decoded.
  if (error instanceof Error && 'status' in error && Number(error.status) < 500) {
    return new ApiError('bad_request', 'Địa chỉ có ký tự mã hóa không đọc được; hãy kiểm tra các dấu %.');
  }
  return new ApiError('internal', 'Máy chủ gặp lỗi khi trả lời; lỗi đã được ghi lại. Hãy thử lại sau.');
}
