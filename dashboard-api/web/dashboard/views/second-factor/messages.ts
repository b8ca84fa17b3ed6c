import { dictionary } from '../../app/language.js';

/** Texts of the second factor view. */
export const messages = dictionary(
  {
    title: 'Xác thực hai lớp',
    lead: 'Khi đăng nhập bằng mật khẩu, hệ thống hỏi thêm một mã trên điện thoại của bạn. Người biết mật khẩu mà không có điện thoại thì không vào được.',
    missing:
      'Quản trị viên phải bật xác thực hai lớp trước khi làm việc khác. Bạn cần một ứng dụng xác thực trên điện thoại.',
    unavailable:
      'Tài khoản này đăng nhập qua hệ thống xác thực của đơn vị, nên không cần mã ở đây.',
    off: 'Đang tắt.',
    on: (when: string) => `Đang bật, từ ${when}.`,
    left: (n: string) => `Còn ${n} mã dự phòng chưa dùng.`,
    fewLeft: 'Sắp hết mã dự phòng. Hãy tạo danh sách mới.',
    password: 'Mật khẩu của bạn',
    what: 'Việc cần làm',
    setUp: 'Bật xác thực hai lớp',
    setUpAgain: 'Cài đặt lại trên điện thoại khác',
    renew: 'Tạo mã dự phòng mới',
    remove: 'Tắt xác thực hai lớp',
    removed: 'Đã tắt xác thực hai lớp.',
    go: 'Tiếp tục',
    scan: 'Quét mã này bằng ứng dụng xác thực',
    scanHint:
      'Mở ứng dụng xác thực trên điện thoại (ví dụ Google Authenticator, Microsoft Authenticator), chọn thêm tài khoản rồi quét hình bên dưới.',
    qr: 'Mã QR để cài đặt ứng dụng xác thực',
    secret: 'Không quét được? Nhập khóa này vào ứng dụng',
    code: 'Mã mà ứng dụng đang hiện',
    codeHint: '6 chữ số, đổi sau mỗi 30 giây.',
    confirm: 'Xác nhận và bật',
    empty: 'Không được để trống.',
    othersEnded: 'Các thiết bị khác đang đăng nhập sẽ phải đăng nhập lại.',
    codes: 'Mã dự phòng',
    codesText:
      'Hãy in hoặc chép các mã này và cất ở nơi an toàn, không để trên điện thoại. Khi mất điện thoại, mỗi mã thay được mã xác thực một lần. Sau khi rời trang này, không xem lại được.',
    codesKept: 'Tôi đã cất các mã này',
  },
  {
    title: 'Second factor',
    lead: 'A sign-in with your password also asks for a code from your phone. Whoever knows the password but does not have the phone cannot sign in.',
    missing:
      'Administrators must set up a second factor before anything else. You need an authenticator app on your phone.',
    unavailable: 'This account signs in at the identity provider, so it needs no code here.',
    off: 'It is off.',
    on: (when: string) => `It is on, since ${when}.`,
    left: (n: string) => `${n} recovery codes are left.`,
    fewLeft: 'Few recovery codes are left. Make a new list.',
    password: 'Your password',
    what: 'What to do',
    setUp: 'Set up the second factor',
    setUpAgain: 'Set it up on another phone',
    renew: 'Make new recovery codes',
    remove: 'Remove the second factor',
    removed: 'The second factor was removed.',
    go: 'Continue',
    scan: 'Scan this with the authenticator app',
    scanHint:
      'Open an authenticator app on your phone, such as Google Authenticator or Microsoft Authenticator, choose to add an account, and scan the picture below.',
    qr: 'QR code for the authenticator app',
    secret: 'It cannot be scanned? Type this key into the app',
    code: 'The code that the app shows',
    codeHint: '6 digits. They change every 30 seconds.',
    confirm: 'Confirm',
    empty: 'This must not be empty.',
    othersEnded: 'Other devices that are signed in will have to sign in again.',
    codes: 'Recovery codes',
    codesText:
      'Print or copy these codes and keep them in a safe place, not on the phone. If you lose the phone, each replaces a code once. They cannot be seen again after you leave this page.',
    codesKept: 'I have kept the codes',
  },
);
