import {isLoopback} from './guards.ts';
import {roleNames} from './roles.ts';
import type {RunningServer} from './server.ts';

/** What whoever starts the server is told of who may sign in. */
export function accountLines({url, demo, firstAdministrator}: RunningServer): string[] {
  const lines = [];
  if (demo.length > 0) {
    lines.push(
      `Số liệu minh họa có sẵn các tài khoản sau, ai cũng biết mật khẩu: ${demo[0]!.password}`,
      ...demo.map(({id, role}) => `  ${id.padEnd(20)} ${roleNames[role]}`),
      'Các tài khoản này tự hết tác dụng khi có số liệu thật.',
    );
  }
  if (firstAdministrator) {
    lines.push(
      `Quản trị viên đầu tiên: ${firstAdministrator.id}, mật khẩu ${firstAdministrator.password}`,
      'Mật khẩu này chỉ hiện một lần; hãy cất đi, đăng nhập rồi đổi.',
    );
  }
  const {protocol, hostname} = new URL(url);
  if (protocol === 'http:' && !isLoopback(hostname.replaceAll(/[[\]]/g, ''))) {
    lines.push(
      'Chú ý: kết nối không mã hóa, ai ở giữa cũng đọc được mật khẩu. Hãy đặt một máy chủ TLS phía trước và nêu --public-url https://….',
    );
  }
  return lines;
}
