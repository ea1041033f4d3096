/** What an operating system's refusal means to whoever runs the warehouse, and what to do; undefined for other errors. */
export function diskTrouble(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const {code, path, dest, message} = cause as NodeJS.ErrnoException & {dest?: string};
    const trouble = [code, codeIn(message)].flatMap((known) => (known && troubles[known]) || []).at(0);
    if (trouble) return `${trouble(dest ?? path ?? pathIn(message))} ${untouched}`;
  }
  return undefined;
}

const untouched = 'Những gì đã công bố vẫn nguyên vẹn.';

const at = (path: string | undefined) => (path ? ` ở ${path}` : '');

const notAllowed = (path: string | undefined) =>
  `Không có quyền đọc hoặc ghi${at(path)}; hãy cấp quyền cho người chạy chương trình rồi chạy lại.`;

const full = (path: string | undefined) => `Hết chỗ trên đĩa khi ghi${at(path)}; hãy dọn chỗ rồi chạy lại.`;

const tooManyFiles = () => 'Hệ điều hành không cho mở thêm tệp; hãy nâng giới hạn số tệp mở rồi chạy lại.';

const troubles: Record<string, (path: string | undefined) => string> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  EIO: (path) => `Đĩa báo lỗi đọc ghi${at(path)}; hãy kiểm tra ổ đĩa rồi chạy lại.`,
  EXDEV: (path) =>
    `Không chuyển được tệp sang ổ đĩa khác${at(path)}; hãy để cả thư mục dữ liệu trên một ổ rồi chạy lại.`,
  EMFILE: tooManyFiles,
  ENFILE: tooManyFiles,
};

/** DuckDB tells of the same troubles in words only, and of an error of another process the message is what arrives. */
function codeIn(message: string): string | undefined {
  if (/No space left on device|out of disk space/i.test(message)) return 'ENOSPC';
  if (/Disk quota exceeded/.test(message)) return 'EDQUOT';
  if (/Permission denied/.test(message)) return 'EACCES';
  if (/Read-only file system/.test(message)) return 'EROFS';
  if (/Input\/output error/.test(message)) return 'EIO';
  if (/Too many open files/.test(message)) return 'EMFILE';
  return /\b(E[A-Z]{2,}): /.exec(message)?.[1];
}

/** DuckDB quotes a path so: "…"; Node so: '…'. */
const pathIn = (message: string) => /file "([^"]+)"/.exec(message)?.[1] ?? /'([^'\n]+)'/.exec(message)?.[1];
