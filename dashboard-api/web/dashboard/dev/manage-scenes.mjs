/** Scenes of the management views. */
const quick = (page) => page.waitForTimeout(900);
const BOTH = [
  ['vi', 'light', 'wide'],
  ['vi', 'dark', 'phone'],
  ['en', 'light', 'tablet'],
];
const VI = [['vi', 'light', 'wide']];
const PHONE = [['vi', 'light', 'phone']];
const portal = 'cong-thong-tin-dien-tu-tinh.vn';

/** Clicks a button and takes a screenshot of the screen, because a dialog lies above the page. */
const press = (name) => async (page) => {
  await page.getByRole('button', { name }).first().click();
  await page.waitForTimeout(700);
};

/** Changes made by another account while the page is open. */
const meanwhile = (page, path, body) =>
  page.evaluate(
    ([path, body]) =>
      globalThis.fetch(`/api/manage/${path}`, {
        method: 'PUT',
        headers: { 'Sitepulse-CSRF': 'csrf-of-the-mock' },
        body: JSON.stringify(body),
      }),
    [path, body],
  );

const scene = (path, more = {}) => ({
  path: `/dashboard/${path}`,
  looks: BOTH,
  then: quick,
  ...more,
});
const failing = { managed: 503 };
const empty = { managed: 'empty' };

export const manageScenes = {
  polls: scene('polls'),
  'polls-empty': scene('polls', { mock: empty, looks: PHONE }),
  'polls-failed': scene('polls', { mock: failing, looks: PHONE }),
  'polls-viewer': scene('polls/giao-dien', { mock: { administrator: false }, looks: VI }),
  'poll-open': scene('polls/giao-dien'),
  'poll-set-aside': scene('polls/loai-phieu'),
  'poll-closed': scene('polls/dich-vu', { looks: VI }),
  'poll-draft': scene('polls/nhap', { looks: PHONE }),
  'poll-edit': scene('polls/giao-dien?edit=1'),
  'poll-new': scene('polls?new=1', {
    looks: [
      ['vi', 'light', 'wide'],
      ['vi', 'light', 'phone'],
    ],
    then: press('Lưu và công bố'),
  }),
  'poll-close': scene('polls/giao-dien', {
    looks: PHONE,
    full: false,
    then: press('Đóng bình chọn'),
  }),
  targets: scene('targets'),
  'targets-empty': scene('targets?year=2023', { mock: empty, looks: PHONE }),
  'target-new': scene('targets', {
    looks: [
      ['vi', 'light', 'wide'],
      ['vi', 'dark', 'phone'],
    ],
    full: false,
    then: press('Giao chỉ tiêu'),
  }),
  notes: scene('notes'),
  'notes-empty': scene('notes?year=2023', { mock: empty, looks: PHONE }),
  'note-new': scene('notes', {
    looks: [
      ['vi', 'light', 'wide'],
      ['vi', 'dark', 'phone'],
    ],
    full: false,
    then: press('Thêm ghi chú'),
  }),
  review: scene('review?scope=group:so-nganh&period=2026-H1'),
  'review-phone': scene('review', { looks: PHONE }),
  'review-failed': scene('review', { mock: failing, looks: PHONE }),
  sites: scene('sites'),
  'sites-groups': scene('sites?tab=groups', {
    looks: [
      ['vi', 'light', 'wide'],
      ['vi', 'light', 'phone'],
    ],
  }),
  'site-new': scene('sites?new=1', { looks: PHONE }),
  'site-settings': scene(`sites/${portal}`),
  'site-meanwhile': scene(`sites/${portal}`, {
    async then(page) {
      await page.locator('#name').fill('Cổng tỉnh');
      await meanwhile(page, `sites/${portal}`, { name: 'Cổng mới', zone: 'Asia/Bangkok' });
      await page.locator('sp-site-form button.primary').click();
      await page.waitForTimeout(700);
    },
  }),
  'site-fault': scene(`sites/${portal}`, {
    looks: [
      ['vi', 'light', 'phone'],
      ['en', 'dark', 'wide'],
    ],
    async then(page) {
      await page.locator('#name').fill('Trùng');
      await page.locator('sp-site-form button.primary').click();
      await page.waitForTimeout(700);
    },
  }),
  'account-meanwhile': scene('accounts?account=binh', {
    full: false,
    looks: PHONE,
    async then(page) {
      await page.locator('#name').fill('Trần Thị Bình');
      await meanwhile(page, 'accounts/binh', { grants: [{ scope: 'group:y-te', role: 'viewer' }] });
      await page.locator('sp-account-form button.primary').click();
      await page.waitForTimeout(700);
    },
  }),
  'group-removed': scene('sites?tab=groups', {
    full: false,
    looks: PHONE,
    async then(page) {
      await page.getByRole('button', { name: 'Thêm khối' }).click();
      await page.getByLabel('Tên khối').fill('Khối mới');
      await page.locator('sp-group-form button.primary').click();
      await page.waitForTimeout(700);
      await page.getByRole('button', { name: 'Xóa Khối mới' }).click();
      await meanwhile(page, 'groups/khoi-moi', { position: 9 });
      await page.locator('sp-dialog button.danger').click();
      await page.waitForTimeout(700);
    },
  }),
  'site-viewer': scene(`sites/${portal}`, { mock: { administrator: false }, looks: VI }),
  'sites-merged': scene('sites/so-cong-thuong.vn', { looks: VI }),
  'sites-merge': scene('sites/so-cong-thuong.vn', {
    looks: [
      ['vi', 'light', 'wide'],
      ['vi', 'dark', 'phone'],
    ],
    full: false,
    async then(page) {
      await press('Sáp nhập một trang vào đây')(page);
      await page.getByLabel('Trang được sáp nhập').selectOption({ index: 5 });
      await page.waitForTimeout(900);
    },
  }),
  accounts: scene('accounts'),
  'account-edit': scene('accounts?account=binh', { full: false }),
  'account-new': scene('accounts?account=new', {
    looks: PHONE,
    full: false,
    async then(page) {
      await page.getByLabel('Họ và tên').fill('Võ Minh Khôi');
      await page.getByLabel('Tên đăng nhập').fill('khoi.vo');
      await page.getByRole('button', { name: 'Thêm quyền' }).click();
      await page.locator('sp-account-form button.primary').click();
      await page.waitForTimeout(700);
    },
  }),
  changes: scene('changes', {
    async then(page) {
      await page.waitForTimeout(900);
      await page.locator('sp-changes-view summary').nth(1).click();
      await page.locator('sp-changes-view summary').nth(0).click();
    },
  }),
  tokens: scene('tokens'),
  sessions: scene('sessions'),
  'second-factor': scene('second-factor'),
  'token-made': scene('tokens', {
    looks: PHONE,
    full: false,
    async then(page) {
      await press('Tạo khóa')(page);
      await page.getByLabel('Dùng cho việc gì').fill('Bảng điện tử');
      await page.locator('sp-dialog button.primary').first().click();
      await page.waitForTimeout(700);
    },
  }),
};
