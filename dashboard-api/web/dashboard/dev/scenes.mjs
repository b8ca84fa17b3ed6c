/** What is looked at: an address, a world, and what is done before the picture is taken. */
const quick = (page) => page.waitForTimeout(500);

export const scenes = {
  overview: { path: '/dashboard/', then: quick },
  'overview-ranked': {
    path: '/dashboard/?ranked=1&order=yearChange&metric=visitors',
    looks: [
      ['vi', 'light', 'wide'],
      ['en', 'light', 'tablet'],
    ],
    then: quick,
  },
  'overview-search': {
    path: '/dashboard/?search=benh+vien',
    looks: [
      ['vi', 'light', 'wide'],
      ['vi', 'dark', 'phone'],
    ],
    then: quick,
  },
  'overview-none': {
    path: '/dashboard/',
    mock: { empty: true },
    looks: [
      ['vi', 'light', 'wide'],
      ['en', 'dark', 'phone'],
    ],
    then: quick,
  },
  'overview-waiting': {
    path: '/dashboard/',
    mock: { slow: 'overview' },
    looks: [
      ['vi', 'light', 'wide'],
      ['vi', 'dark', 'phone'],
    ],
    then: quick,
  },
  'overview-failed': {
    path: '/dashboard/',
    mock: { broken: 503 },
    looks: [
      ['vi', 'light', 'wide'],
      ['en', 'dark', 'phone'],
    ],
    then: quick,
  },
  'sign-in': { path: '/dashboard/?x', mock: { signedIn: false }, then: quick },
  'sign-in-wrong': {
    path: '/dashboard/sign-in',
    mock: { signedIn: false },
    looks: [['vi', 'light', 'phone']],
    async then(page) {
      await page.getByLabel('Tên đăng nhập').fill('an.nguyen');
      await page.getByLabel('Mật khẩu').fill('x');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  'sign-in-setup': {
    path: '/dashboard/sign-in',
    mock: { signedIn: false, setup: true },
    looks: [['en', 'light', 'phone']],
    then: quick,
  },
  setup: { path: '/dashboard/setup#CODE', mock: { signedIn: false }, then: quick },
  invitation: { path: '/dashboard/invitation#CODE', mock: { signedIn: false }, then: quick },
  'invitation-bare': {
    path: '/dashboard/invitation',
    mock: { signedIn: false },
    looks: [['vi', 'dark', 'phone']],
    then: quick,
  },
  password: { path: '/dashboard/password', then: quick },
  missing: { path: '/dashboard/nothing/here', looks: [['vi', 'light', 'wide']], then: quick },
  'shell-down': {
    path: '/dashboard/password',
    looks: [['vi', 'light', 'phone']],
    mock: { down: true },
    then: quick,
  },
  menu: {
    path: '/dashboard/password',
    full: false,
    looks: [
      ['vi', 'light', 'phone'],
      ['en', 'dark', 'phone'],
    ],
    async then(page) {
      await page.locator('header.top button.quiet').click();
      await page.locator('dialog summary').click();
      await page.waitForTimeout(200);
    },
  },
};
