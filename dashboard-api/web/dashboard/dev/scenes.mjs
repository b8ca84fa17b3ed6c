import { manageScenes } from './manage-scenes.mjs';

/** Scenes of the screenshots: an address, settings of the mock and an action before the picture. */
const quick = (page) => page.waitForTimeout(500);

const slow = (page) => page.waitForTimeout(1200);
const SITE = 'cong-thong-tin-dien-tu-tinh.vn';

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
  help: {
    path: '/dashboard/help',
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
  site: { path: `/dashboard/site/${SITE}?period=2026-11`, then: slow },
  'site-year': {
    path: `/dashboard/site/${SITE}?period=2026&metric=views`,
    looks: [['vi', 'light', 'wide']],
    then: slow,
  },
  'site-day': {
    path: `/dashboard/site/${SITE}?period=2026-11-20&compare=previous`,
    looks: [
      ['en', 'dark', 'wide'],
      ['vi', 'light', 'phone'],
    ],
    then: slow,
  },
  'site-filtered': {
    path: `/dashboard/site/${SITE}?period=2026-Q3&source=zalo.me&device=Phone`,
    looks: [
      ['vi', 'light', 'wide'],
      ['en', 'dark', 'phone'],
    ],
    then: slow,
  },
  'site-news': {
    path: `/dashboard/site/${SITE}?period=2026-10&day=2026-10-15`,
    looks: [
      ['vi', 'light', 'wide'],
      ['vi', 'dark', 'phone'],
    ],
    then: slow,
  },
  'site-free': {
    path: `/dashboard/site/so-noi-vu.vn?period=2026-01-05..2026-03-15&compare=none`,
    looks: [['vi', 'light', 'tablet']],
    then: slow,
  },
  'site-merged': {
    path: '/dashboard/site/so-nong-nghiep-va-moi-truong.vn?period=2026-H2',
    looks: [['vi', 'light', 'wide']],
    then: slow,
  },
  'site-future': {
    path: `/dashboard/site/${SITE}?period=2027-01`,
    looks: [['vi', 'light', 'wide']],
    then: slow,
  },
  'site-nobody': {
    path: `/dashboard/site/${SITE}?period=2020-01`,
    looks: [['en', 'light', 'phone']],
    then: slow,
  },
  'site-unknown': {
    path: '/dashboard/site/nothing.vn',
    looks: [['vi', 'light', 'wide']],
    then: quick,
  },
  'site-away': {
    path: `/dashboard/site/${SITE}`,
    mock: { broken: 503 },
    looks: [['vi', 'dark', 'wide']],
    then: quick,
  },
  'site-waiting': {
    path: `/dashboard/site/${SITE}`,
    mock: { slow: 'reports' },
    looks: [['vi', 'light', 'wide']],
    then: quick,
  },
  'site-all-values': {
    path: `/dashboard/site/${SITE}?period=2026-11`,
    full: false,
    looks: [
      ['vi', 'light', 'wide'],
      ['en', 'dark', 'phone'],
    ],
    async then(page) {
      await slow(page);
      await page.locator('.more').first().click();
      await page.locator('sp-data-table').waitFor();
      await quick(page);
    },
  },
  group: {
    path: '/dashboard/group/y-te?period=2026-Q4',
    looks: [
      ['vi', 'light', 'wide'],
      ['en', 'light', 'phone'],
    ],
    then: slow,
  },
  all: { path: '/dashboard/all?period=2026-11', looks: [['vi', 'dark', 'wide']], then: slow },
  ...manageScenes,
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
