import type {ErrorRequestHandler} from 'express';
import {WrongUsage} from '../warehouse/errors.ts';
import type {Problem, ProblemHints} from './answers.ts';

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
  unknown_campaign: {status: 404, title: 'Không có đợt thi đua này'},
  unknown_candidate: {status: 404, title: 'Không có đối tượng này trong đợt thi đua'},
  unknown_alert: {status: 404, title: 'Không có quy tắc cảnh báo này'},
  unknown_subscription: {status: 404, title: 'Không có đăng ký này'},
  unknown_list: {status: 404, title: 'Không có danh sách này'},
  unknown_freeze: {status: 404, title: 'Không có lần chốt này'},
  unknown_objection: {status: 404, title: 'Không có đề nghị xem lại này'},
  unknown_assignment: {status: 404, title: 'Không có việc đã giao này'},
  unknown_target_change: {status: 404, title: 'Không có đề nghị thay đổi này'},
  unknown_nomination: {status: 404, title: 'Không có đề nghị khen thưởng này'},
  unknown_model: {status: 404, title: 'Không có mô hình này'},
  no_figures: {status: 404, title: 'Kỳ báo cáo chưa có số liệu'},
  no_night: {status: 404, title: 'Không có đêm dữ liệu'},
  not_found: {status: 404, title: 'Không có địa chỉ này'},
  method_not_allowed: {status: 405, title: 'Phương thức không được hỗ trợ'},
  not_acceptable: {status: 406, title: 'Định dạng không được hỗ trợ'},
  sign_in_required: {status: 401, title: 'Cần đăng nhập'},
  wrong_password: {status: 401, title: 'Không đăng nhập được'},
  not_permitted: {status: 403, title: 'Không có quyền'},
  purpose_required: {status: 403, title: 'Cần nêu mục đích'},
  cross_site: {status: 403, title: 'Yêu cầu từ trang khác'},
  unknown_account: {status: 404, title: 'Không có tài khoản này'},
  body_too_large: {status: 413, title: 'Nội dung quá lớn'},
  only_json: {status: 415, title: 'Chỉ nhận JSON'},
  invalid_body: {status: 422, title: 'Nội dung không hợp lệ'},
  second_person_required: {status: 403, title: 'Cần người thứ hai'},
  unknown_version: {status: 404, title: 'Không có phiên bản này'},
  night_in_progress: {status: 409, title: 'Đang nạp dữ liệu'},
  changed_meanwhile: {status: 409, title: 'Đã có người thay đổi trước'},
  reason_required: {status: 422, title: 'Phải nêu lý do'},
  out_of_order: {status: 422, title: 'Chưa đến bước này'},
  not_eligible: {status: 422, title: 'Không đủ điều kiện'},
  over_quota: {status: 422, title: 'Vượt chỉ tiêu'},
  dossier_late: {status: 422, title: 'Hồ sơ gửi sau thời hạn'},
  unknown_picture: {status: 404, title: 'Không có biểu đồ này'},
  unknown_paper: {status: 404, title: 'Không có tài liệu này'},
  unknown_letter: {status: 404, title: 'Không có văn bản này'},
  letter_incomplete: {status: 409, title: 'Thiếu số liệu để lập văn bản'},
  letter_template: {status: 422, title: 'Mẫu văn bản không đọc được'},
  not_possible: {status: 422, title: 'Không thực hiện được'},
  query_not_readable: {status: 422, title: 'Câu SQL không đọc được'},
  query_not_allowed: {status: 422, title: 'Câu SQL không được phép'},
  query_unknown_table: {status: 422, title: 'Không có bảng này'},
  query_parameters: {status: 422, title: 'Tham số của câu SQL không hợp lệ'},
  query_too_deep: {status: 422, title: 'Câu SQL lồng nhau quá sâu'},
  query_too_wide: {status: 422, title: 'Kết quả có quá nhiều cột'},
  query_failed: {status: 422, title: 'Câu SQL không chạy được'},
  query_out_of_memory: {status: 422, title: 'Câu SQL cần quá nhiều bộ nhớ'},
  query_too_slow: {status: 422, title: 'Câu SQL chạy quá lâu'},
  query_cancelled: {status: 422, title: 'Câu SQL đã được dừng'},
  query_crashed: {status: 422, title: 'Câu SQL làm dừng tiến trình chạy nó'},
  unknown_query: {status: 404, title: 'Không có câu SQL này'},
  too_many_queries: {status: 429, title: 'Quá nhiều câu SQL cùng lúc'},
  scope_not_built: {status: 503, title: 'Chưa có tệp số liệu cho phạm vi này'},
  too_many_attempts: {status: 429, title: 'Thử quá nhiều lần'},
  sign_in_failed: {status: 502, title: 'Nơi đăng nhập chung không trả lời'},
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
  /** After how many seconds it may be tried again. */
  readonly retryAfter: number | undefined;
  /** Where in the text that was sent it is, and what may have been meant. */
  readonly hints: ProblemHints;

  /** `detail` is a Vietnamese sentence: what happened, and what to do. */
  constructor(
    code: ProblemCode,
    detail: string,
    {retryAfter, ...hints}: {retryAfter?: number} & ProblemHints = {},
  ) {
    super(detail);
    this.code = code;
    this.retryAfter = retryAfter;
    this.hints = hints;
  }
}

/** A problem as readers get it (RFC 9457). */
export const problemOf = ({code, message, hints}: ApiError): Problem => ({
  type: `urn:thads:problem:${code}`,
  title: problems[code].title,
  status: problems[code].status,
  detail: message,
  code,
  ...hints,
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
    if (problem.status === 401) response.setHeader('www-authenticate', 'Bearer realm="THADS"');
    if (shown.retryAfter !== undefined) response.setHeader('retry-after', String(shown.retryAfter));
    response.status(problem.status).end(JSON.stringify(problem));
  };
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof WrongUsage) return new ApiError('not_possible', error.message);
  if (error instanceof Error && 'status' in error && Number(error.status) < 500) return unreadable(error);
  return new ApiError('internal', 'Máy chủ gặp lỗi khi trả lời; lỗi đã được ghi lại. Hãy thử lại sau.');
}

/** Express's own complaints about a request: a body that is too long or no JSON, a path that is not UTF-8 once decoded. */
function unreadable(error: Error): ApiError {
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') {
    return new ApiError('body_too_large', 'Nội dung gửi lên quá lớn; hãy gửi ít hơn.');
  }
  return new ApiError(
    'bad_request',
    type === undefined
      ? 'Địa chỉ có ký tự mã hóa không đọc được; hãy kiểm tra các dấu %.'
      : 'Nội dung gửi lên không phải JSON đọc được; hãy kiểm tra lại.',
  );
}
