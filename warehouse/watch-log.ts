import {vietnamMoment} from './moments.ts';
import {nightlySummary, troubleLines} from './summary.ts';
import type {WatchEvent} from './watch.ts';

const count = (number: number) => number.toLocaleString('vi-VN');

/** What the watch did, a line of JSON for programs. */
export const watchDocument = (event: WatchEvent, now: Date): string =>
  JSON.stringify({at: vietnamMoment(now), ...event});

/** The same in lines for people, each with the time in Vietnam. */
export function watchLines(event: WatchEvent, now: Date): string[] {
  const time = vietnamMoment(now).slice(0, 19).replace('T', ' ');
  return sentencesOf(event).map((line) => `${time}  ${line}`);
}

function sentencesOf(event: WatchEvent): string[] {
  switch (event.event) {
    case 'watching': {
      const schedule =
        event.schedule.length > 0 ? `chạy theo lịch lúc ${event.schedule.join(', ')}` : 'không đặt lịch';
      return [`Đang chờ bản giao trong ${event.landing}; ${schedule} (giờ Việt Nam).`];
    }
    case 'deaf':
      return [`Hệ thống không báo được thay đổi trong thư mục giao (${event.why}); chuyển sang xem định kỳ.`];
    case 'arrived':
      return [`Bản giao ${event.delivery} đã đủ tệp.`];
    case 'stuck':
      return [`Bản giao ${event.delivery} chưa đủ tệp mà không còn thay đổi; đưa vào nạp để báo lý do.`];
    case 'started': {
      const why = event.why === 'schedule' ? 'theo lịch' : 'vì có bản giao mới';
      return [`Bắt đầu lượt nạp ${why} (${count(event.deliveries.length)} bản giao).`];
    }
    case 'finished':
      return [...troubleLines(event.outcome), ...nightlySummary(event.outcome)];
    case 'failed':
      return [
        ...`Lượt nạp không thành công: ${event.why}`.split('\n'),
        `Sẽ chạy lại sau ${count(event.retry_in_seconds)} giây.`,
      ];
    case 'idle':
      return ['Đến giờ chạy theo lịch nhưng chưa có bản giao nào đủ tệp.'];
    case 'stopping':
      return ['Đang dừng; chờ lượt nạp đang chạy kết thúc, nếu có.'];
    case 'abandoned':
      return ['Đã bỏ dở lượt nạp đang chạy; lần sau sẽ làm lại từ đầu.'];
    case 'stopped':
      return ['Đã dừng.'];
  }
}
