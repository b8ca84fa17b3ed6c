/** Plausible figures of a province's websites, the same at every start: 40 sites in 5 groups. */

export const DAY = 86_400_000;
export const iso = (ms) => new Date(ms).toISOString().slice(0, 10);
export const today = () => iso(Date.now() + 7 * 3_600_000);
export const plus = (day, by) => iso(Date.parse(day) + by * DAY);
export const daysOf = (from, to) => {
  const days = [];
  for (let day = from; day <= to; day = plus(day, 1)) {
    days.push(day);
  }
  return days;
};

export const groups = [
  ['van-phong', 'Khối Đảng, Đoàn thể'],
  ['so-nganh', 'Khối Sở, ngành'],
  ['xa-phuong', 'Khối xã, phường'],
  ['giao-duc', 'Khối Giáo dục và Đào tạo'],
  ['y-te', 'Khối Y tế'],
].map(([id, name], position) => ({ id, name, position }));

const NAMES = {
  'van-phong': [
    'Cổng thông tin điện tử tỉnh',
    'Mặt trận Tổ quốc',
    'Tỉnh đoàn',
    'Liên đoàn Lao động',
    'Hội Nông dân',
  ],
  'so-nganh': [
    'Sở Nội vụ',
    'Sở Tài chính',
    'Sở Tư pháp',
    'Sở Nông nghiệp và Môi trường',
    'Sở Khoa học và Công nghệ',
    'Sở Xây dựng',
    'Sở Công Thương',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Thanh tra tỉnh',
    'Ban Quản lý các khu công nghiệp',
  ],
  'xa-phuong': [
    'Phường Hòa Bình',
    'Phường Tân Tiến',
    'Phường Quang Vinh',
    'Phường Trảng Dài',
    'Xã An Phước',
    'Xã Bình Minh',
    'Xã Long Thành',
    'Xã Xuân Lộc',
    'Xã Định Quán',
    'Xã Tân Phú',
    'Xã Phú Riềng',
    'Phường Đồng Xoài',
  ],
  'giao-duc': [
    'Sở Giáo dục và Đào tạo',
    'Trường THPT Chuyên Lương Thế Vinh',
    'Trường Chính trị tỉnh',
    'Trường Cao đẳng Y tế',
    'Trung tâm GDTX tỉnh',
    'Trường THPT Ngô Quyền',
  ],
  'y-te': [
    'Sở Y tế',
    'Bệnh viện Đa khoa tỉnh',
    'Bệnh viện Nhi đồng',
    'Trung tâm Kiểm soát bệnh tật',
    'Bệnh viện Y dược cổ truyền',
  ],
};
const slug = (text) =>
  text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');

/** Returns a number in [0, 1) that depends only on the arguments. */
export function noise(...words) {
  let h = 2166136261;
  for (const c of words.join('|')) {
    h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  }
  h ^= h >>> 13;
  h = Math.imul(h, 0x5bd1e995);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

export const sites = groups.flatMap(({ id: group }) =>
  NAMES[group].map((name, i) => ({
    id: `${slug(name).slice(0, 40)}.vn`,
    name,
    group,
    sample: true,
    archived: false,
    origins: [`https://${slug(name)}.vn`],
    zone: 'Asia/Ho_Chi_Minh',
    begins: i % 4 === 3 ? '2025-06-10' : '2024-01-01',
    base:
      group === 'van-phong' && i === 0 ? 9800 : 80 + Math.floor(noise('base', name) ** 3 * 3800),
    predecessors: [],
  })),
);
const named = (name) => sites.find((site) => site.name === name);
named('Sở Nông nghiệp và Môi trường').predecessors = [
  { site: 'so-tai-nguyen.vn', name: 'Sở Tài nguyên và Môi trường (cũ)', from: '2026-07-01' },
];
sites.push({
  id: 'trung-tam-hanh-chinh-cong.vn',
  name: 'Trung tâm Phục vụ hành chính công',
  sample: false,
  archived: false,
  origins: [],
  zone: 'Asia/Ho_Chi_Minh',
  begins: plus(today(), -20),
  base: 640,
  predecessors: [],
});

const WEEK = [1.08, 1.12, 1.1, 1.06, 0.98, 0.46, 0.4];
export const weekdayOf = (day) => ((new Date(day).getUTCDay() + 6) % 7) + 1;

/** Figures of a site on a day. For today only the past hours. */
export function dayOf(site, day, compress = 1) {
  if (day < site.begins || day > today()) {
    return { views: 0, visits: 0, visitors: 0, engagedMs: 0 };
  }
  const age = (Date.parse(day) - Date.parse('2024-01-01')) / DAY / 365;
  const season = 1 + 0.16 * Math.sin((age + noise(site.id)) * 2 * Math.PI);
  const peak = noise('peak', site.id, day) > 0.985 ? 2.6 : 1;
  const part = day === today() ? dayPart() : 1;
  const visits = Math.round(
    site.base *
      WEEK[weekdayOf(day) - 1] *
      season *
      (1 + age * (noise('g', site.id) - 0.28)) *
      (0.86 + 0.28 * noise(site.id, day)) *
      peak *
      part *
      compress,
  );
  const views = Math.round(visits * (1.9 + noise('v', site.id, day)));
  return {
    views,
    visits,
    visitors: Math.round(visits * (0.78 + 0.08 * noise('u', site.id, day))),
    engagedMs: Math.round(visits * (52 + 60 * noise('e', site.id)) * 1000),
  };
}

function dayPart() {
  const hour = ((Date.now() / 3_600_000 + 7) % 24) + 0.01;
  return (
    HOURS.slice(0, Math.floor(hour)).reduce((a, b) => a + b, 0) +
    (hour % 1) * HOURS[Math.floor(hour)]
  );
}

const SHAPE = [
  4, 2, 1, 1, 2, 6, 14, 38, 66, 74, 70, 52, 30, 52, 72, 68, 58, 42, 26, 28, 34, 30, 18, 9,
];
const ALL = SHAPE.reduce((a, b) => a + b, 0);
export const HOURS = SHAPE.map((n) => n / ALL);

export const ZERO = { views: 0, visits: 0, visitors: 0, engagedMs: 0 };
export const add = (a, b) => ({
  views: a.views + b.views,
  visits: a.visits + b.visits,
  visitors: a.visitors + b.visitors,
  engagedMs: a.engagedMs + b.engagedMs,
});
export const scaled = (sums, by) =>
  Object.fromEntries(Object.entries(sums).map(([key, n]) => [key, Math.round(n * by)]));
export const sum = (list, days) =>
  list.reduce((all, site) => days.reduce((a, day) => add(a, dayOf(site, day)), all), ZERO);
export const change = (now, before) =>
  Object.fromEntries(
    ['views', 'visits', 'visitors', 'engagedMs'].map((key) => [
      key,
      before && before[key] ? now[key] / before[key] - 1 : null,
    ]),
  );
export const pair = (now, before) => ({ now, before, change: change(now, before) });
export const onlineOf = (site) =>
  Math.max(
    0,
    Math.round(
      (site.base / 60) *
        HOURS[Math.floor((Date.now() / 3_600_000 + 7) % 24)] *
        24 *
        (0.8 + 0.4 * Math.random()),
    ),
  );
export const scopeSites = (scope) =>
  scope === 'all'
    ? sites
    : sites.filter((site) => scope === `site:${site.id}` || scope === `group:${site.group}`);
export const scopeName = (scope) =>
  scope === 'all'
    ? 'Tất cả'
    : (
        sites.find(({ id }) => scope === `site:${id}`) ??
        groups.find(({ id }) => scope === `group:${id}`)
      )?.name;
