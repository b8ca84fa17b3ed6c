import { dictionary } from '../app/language.js';

/** Texts of sign-in, setup, invitations and passwords. */
export const messages = dictionary(
  {
    signIn: 'Đăng nhập',
    signInLead: 'Số liệu truy cập và bình chọn của các trang thông tin.',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu',
    withProvider: (name: string) => `Đăng nhập bằng ${name}`,
    or: 'hoặc',
    cut: 'Phiên làm việc đã kết thúc: hết hạn, đã đăng xuất ở nơi khác, bị thu hồi hoặc tài khoản bị ngừng. Hãy đăng nhập lại; nếu không được, hãy liên hệ quản trị viên.',
    signInCode: 'Mã xác thực',
    signInCodeHint:
      'Mã 6 chữ số trong ứng dụng xác thực trên điện thoại. Nếu không có điện thoại, hãy nhập một mã dự phòng; mỗi mã dùng được một lần.',
    signInCodeWrong:
      'Mã không đúng, hoặc đã được dùng. Hãy chờ ứng dụng hiện mã mới, và kiểm tra giờ trên điện thoại.',
    signInLate: 'Đã quá 10 phút từ khi nhập mật khẩu. Hãy nhập lại tên đăng nhập và mật khẩu.',
    signInAgain: 'Nhập lại tên đăng nhập và mật khẩu',
    wrong: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    oidcFailed: 'Đăng nhập qua hệ thống xác thực không thành công. Hãy thử lại.',
    oidcAway:
      'Hệ thống xác thực không trả lời. Hãy thử lại sau ít phút, hoặc báo quản trị viên nếu vẫn vậy.',
    oidcRefused:
      'Hệ thống xác thực không chấp nhận lần đăng nhập này. Hãy bắt đầu lại từ trang này.',
    oidcUnknown:
      'Đã xác thực, nhưng người này chưa có tài khoản ở đây. Hãy xin quản trị viên cấp tài khoản.',
    oidcThrottled: (seconds: string) =>
      `Có quá nhiều lần đăng nhập không thành công từ mạng của bạn, nên lần này chưa được xử lý. Hãy thử lại sau ${seconds} giây.`,
    setupNeeded: 'Hệ thống chưa có quản trị viên.',
    setupHow: 'Mở đường dẫn thiết lập được in ra khi máy chủ khởi động lần đầu.',
    setup: 'Thiết lập lần đầu',
    setupLead: 'Tạo tài khoản quản trị viên đầu tiên.',
    setupGo: 'Tạo tài khoản và vào hệ thống',
    code: 'Phần cuối của đường dẫn thiết lập',
    codeHint: 'Phần sau dấu # của đường dẫn được in ra khi máy chủ khởi động lần đầu.',
    name: 'Họ và tên',
    loginHint: 'Chữ thường không dấu, số, dấu chấm và gạch nối; ví dụ: an.nguyen',
    passwordHint: 'Ít nhất 12 ký tự. Một câu dài dễ nhớ tốt hơn một từ phức tạp.',
    passwordShort: (n: string, least: string) =>
      `Mật khẩu mới có ${n} ký tự, cần ít nhất ${least}.`,
    loginWrong: 'Chỉ gồm chữ thường không dấu, số và các dấu . _ @ + -',
    repeat: 'Nhập lại mật khẩu',
    missing: 'Không được để trống.',
    differs: 'Hai lần nhập không giống nhau.',
    codeWrong:
      'Đường dẫn thiết lập không đúng, đã được dùng hoặc đã hết hạn. Khởi động lại máy chủ để có đường dẫn mới.',
    invitation: 'Nhận tài khoản',
    invitationLead: 'Đặt mật khẩu để bắt đầu sử dụng tài khoản được cấp.',
    invitationGo: 'Đặt mật khẩu và đăng nhập',
    invitationUsed:
      'Đường dẫn mời không đúng, đã được dùng hoặc đã hết hạn. Nếu đã đặt mật khẩu thì hãy đăng nhập, nếu chưa thì xin quản trị viên đường dẫn mới.',
    invitationMissing: 'Đường dẫn mời không đầy đủ. Hãy mở lại đúng đường dẫn đã nhận.',
    change: 'Đổi mật khẩu',
    changeLead: 'Các thiết bị khác đang đăng nhập sẽ phải đăng nhập lại.',
    current: 'Mật khẩu hiện tại',
    next: 'Mật khẩu mới',
    changed: 'Đã đổi mật khẩu.',
  },
  {
    signIn: 'Sign in',
    signInLead: 'Visits and polls of your websites.',
    login: 'Login',
    password: 'Password',
    withProvider: (name: string) => `Sign in with ${name}`,
    or: 'or',
    cut: 'Your session has ended: it expired, was signed out elsewhere or revoked, or the account was disabled. Please sign in again; if that fails, ask an administrator.',
    signInCode: 'Code',
    signInCodeHint:
      'The 6 digits in the authenticator app on your phone. Without the phone, enter a recovery code. Each works once.',
    signInCodeWrong:
      'The code is wrong, or it was used already. Wait for the next one, and check the clock of the phone.',
    signInLate:
      'More than 10 minutes have passed since the password. Enter login and password again.',
    signInAgain: 'Enter login and password again',
    wrong: 'Login or password is not right.',
    oidcFailed: 'Signing in through the identity provider failed. Please try again.',
    oidcAway:
      'The identity provider does not answer. Try again in a few minutes, and tell an administrator if it stays so.',
    oidcRefused: 'The identity provider refused this sign-in. Please begin again on this page.',
    oidcUnknown:
      'The identity provider knows you, but you have no account here. Ask an administrator for one.',
    oidcThrottled: (seconds: string) =>
      `Too many sign-ins from your network have failed, so this one was not tried. Try again in ${seconds} seconds.`,
    setupNeeded: 'There is no administrator yet.',
    setupHow: 'Open the set-up link that the server printed when it first started.',
    setup: 'First set-up',
    setupLead: 'Create the first administrator’s account.',
    setupGo: 'Create the account and enter',
    code: 'End of the set-up link',
    codeHint: 'The part after # of the link that the server printed when it first started.',
    name: 'Full name',
    loginHint: 'Small letters, digits, dots and hyphens, such as an.nguyen',
    passwordHint: 'At least 12 characters. A long sentence you remember beats a complicated word.',
    passwordShort: (n: string, least: string) =>
      `This has ${n} characters. It needs at least ${least}.`,
    loginWrong: 'Only small letters, digits and . _ @ + -',
    repeat: 'Password again',
    missing: 'This must not be empty.',
    differs: 'The two entries differ.',
    codeWrong:
      'The set-up link is wrong, was used already, or has expired. Restart the server for a new one.',
    invitation: 'Accept an invitation',
    invitationLead: 'Choose a password to begin using your account.',
    invitationGo: 'Set the password and sign in',
    invitationUsed:
      'This invitation link is wrong, was used already or has expired. If you have set a password, sign in. Otherwise ask an administrator for a new link.',
    invitationMissing:
      'The invitation link is incomplete. Please open the link as you received it.',
    change: 'Change password',
    changeLead: 'Other devices that are signed in will have to sign in again.',
    current: 'Current password',
    next: 'New password',
    changed: 'The password was changed.',
  },
);
