import { dictionary } from './language.js';
import type { Route } from './router.js';

/** Names of the views for navigation and titles. */
export const names = dictionary(
  {
    overview: 'Tổng quan',
    site: 'Thống kê trang',
    group: 'Thống kê khối',
    all: 'Thống kê chung',
    review: 'Báo cáo',
    total: 'Số công khai',
    issued: 'Báo cáo đã ban hành',
    targets: 'Chỉ tiêu',
    notes: 'Ghi chú theo ngày',
    polls: 'Bình chọn',
    sites: 'Trang thông tin',
    state: 'Tình trạng các trang',
    accounts: 'Tài khoản',
    changes: 'Nhật ký thay đổi',
    help: 'Hướng dẫn',
    tokens: 'Khóa API',
    sessions: 'Phiên đăng nhập',
    signIn: 'Đăng nhập',
    setup: 'Thiết lập lần đầu',
    invitation: 'Nhận tài khoản',
    password: 'Đổi mật khẩu',
    secondFactor: 'Xác thực hai lớp',
  },
  {
    overview: 'Overview',
    site: 'Site statistics',
    group: 'Group statistics',
    all: 'All sites',
    review: 'Review',
    total: 'Public total',
    issued: 'Issued reviews',
    targets: 'Targets',
    notes: 'Notes on days',
    polls: 'Polls',
    sites: 'Sites',
    state: 'State of sites',
    accounts: 'Accounts',
    changes: 'Change log',
    help: 'Help',
    tokens: 'API tokens',
    sessions: 'Sessions',
    signIn: 'Sign in',
    setup: 'First set-up',
    invitation: 'Accept an invitation',
    password: 'Change password',
    secondFactor: 'Second factor',
  },
);

/** Returns the route of a folder of `views/`. Its `index.ts` registers `sp-NAME-view`. */
const folders = import.meta.glob('../views/*/index.ts');

type Name = keyof ReturnType<typeof names>;

function view(
  path: string,
  folder: string,
  name: Name,
  more: Pick<Route, 'open' | 'framed' | 'administrator'> = {},
): readonly Route[] {
  const load = folders[`../views/${folder}/index.ts`];
  return load
    ? [{ path, tag: `sp-${folder}-view`, load, title: () => names()[name], ...more }]
    : [];
}

/** All views with their addresses, in any order, because no two patterns match the same address. */
export const routes: readonly Route[] = [
  ...view('', 'overview', 'overview'),
  ...view('all', 'site', 'all'),
  ...view('group/:id', 'site', 'group'),
  ...view('site/:id', 'site', 'site'),
  ...view('total/:id', 'total', 'total'),
  ...view('polls', 'polls', 'polls'),
  ...view('polls/:id', 'polls', 'polls'),
  ...view('targets', 'targets', 'targets'),
  ...view('notes', 'notes', 'notes'),
  ...view('review', 'review', 'review'),
  ...view('issued', 'issued', 'issued'),
  ...view('issued/:id', 'issued', 'issued'),
  ...view('state', 'state', 'state'),
  ...view('sites', 'sites', 'sites'),
  ...view('sites/:id', 'sites', 'sites'),
  ...view('accounts', 'accounts', 'accounts', { administrator: true }),
  ...view('changes', 'changes', 'changes', { administrator: true }),
  ...view('help', 'help', 'help', { open: true, framed: true }),
  ...view('tokens', 'tokens', 'tokens'),
  ...view('sessions', 'sessions', 'sessions'),
  ...view('password', 'password', 'password'),
  ...view('second-factor', 'second-factor', 'secondFactor'),
  ...view('sign-in', 'sign-in', 'signIn', { open: true }),
  ...view('setup', 'setup', 'setup', { open: true }),
  ...view('invitation', 'invitation', 'invitation', { open: true }),
];
