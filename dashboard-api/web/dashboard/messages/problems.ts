import type { Problem } from '../app/api/problem.js';
import { number } from '../app/format.js';
import { dictionary } from '../app/language.js';

const messages = dictionary(
  {
    offline: 'Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.',
    signedOut: 'Phiên làm việc đã hết. Hãy đăng nhập lại.',
    forbidden: 'Tài khoản của bạn không có quyền làm việc này.',
    missing: 'Không tìm thấy, hoặc tài khoản của bạn không được xem.',
    changed:
      'Người khác vừa thay đổi mục này. Bản mới đang hiển thị; hãy xem lại rồi thực hiện lại.',
    conflict: 'Thao tác này mâu thuẫn với dữ liệu hiện có.',
    invalid: 'Dữ liệu nhập chưa đúng.',
    throttled: (seconds: string) => `Thao tác quá nhiều lần. Hãy thử lại sau ${seconds} giây.`,
    away: 'Hệ thống số liệu tạm thời gián đoạn. Số liệu vẫn được ghi nhận; hãy thử lại sau ít phút.',
    broken: (status: string) => `Máy chủ gặp lỗi (mã ${status}). Hãy thử lại sau.`,
  },
  {
    offline: 'The server cannot be reached. Check the network and try again.',
    signedOut: 'Your session has ended. Please sign in again.',
    forbidden: 'Your account may not do this.',
    missing: 'Not found, or your account may not see it.',
    changed:
      'Somebody else has just changed this. What you see now is the newer state; look it over and do it again.',
    conflict: 'This contradicts what is there already.',
    invalid: 'Something entered is not right.',
    throttled: (seconds: string) => `Too many attempts. Try again in ${seconds} seconds.`,
    away: 'The store of figures does not answer for now. Counting goes on; try again in a few minutes.',
    broken: (status: string) =>
      `The server had a fault (status ${status}). Please try again later.`,
  },
);

/** Returns a message for a problem, with what to do. */
export function problemText(problem: Problem): string {
  const { status } = problem;
  const said: Readonly<Record<number, () => string>> = {
    0: () => messages().offline,
    401: () => messages().signedOut,
    403: () => messages().forbidden,
    404: () => messages().missing,
    409: () => messages().conflict,
    412: () => messages().changed,
    429: () => messages().throttled(number(problem.retryAfter ?? 60)),
    503: () => messages().away,
  };
  const known = said[status];
  if (known) {
    return known();
  }
  return status < 500 ? messages().invalid : messages().broken(String(status));
}
