/** Overview, live figures and reports. */
import { compared } from './periods.mjs';
import {
  DAY,
  HOURS,
  add,
  change,
  dayOf,
  daysOf,
  groups,
  noise,
  onlineOf,
  pair,
  plus,
  scaled,
  scopeName,
  scopeSites,
  sites,
  sum,
  today,
  weekdayOf,
  ZERO,
} from './sample-data.mjs';

const yearBack = (day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

function standing(list) {
  const now = today();
  const [month, year] = [`${now.slice(0, 7)}-01`, `${now.slice(0, 4)}-01-01`];
  const span = (from) => {
    const before = sum(list, daysOf(yearBack(from), yearBack(now)));
    return pair(sum(list, daysOf(from, now)), before.visits ? before : null);
  };
  return {
    online: list.reduce((n, site) => n + onlineOf(site), 0),
    today: sum(list, [now]),
    month: span(month),
    year: span(year),
    spark: daysOf(plus(now, -29), now).map((day) => sum(list, [day]).visits),
    total: sum(list, daysOf(yearBack(year), now)),
    baseline: ZERO,
  };
}

function withTarget(id, line) {
  const r = noise('target', id);
  const value = Math.round((line.year.now.visits * (0.75 + r * 0.6)) / 1000) * 1000;
  return r < 0.72 && value
    ? {
        ...line,
        target: {
          id: `t-${id}`,
          metric: 'visits',
          period: today().slice(0, 4),
          value,
          actual: line.year.now.visits,
          share: line.year.now.visits / value,
        },
      }
    : line;
}

let kept;
function overview() {
  kept ??= {
    asOf: Date.now(),
    complete: true,
    sites: sites.map(({ id, name, group, sample, archived, predecessors, ...site }) =>
      withTarget(id, {
        id,
        name,
        group,
        sample,
        archived,
        predecessors: predecessors.map((p) => p.site),
        ...standing([{ ...site, id }]),
      }),
    ),
    groups: groups.map((group) => {
      const list = sites.filter((site) => site.group === group.id);
      return withTarget(group.id, { ...group, sites: list.length, ...standing(list) });
    }),
    all: standing(sites),
    baselineChanges: [],
  };
  return kept;
}

export const live = () =>
  Object.fromEntries(
    sites.map((site) => [site.id, { online: onlineOf(site), today: dayOf(site, today()) }]),
  );

const FILTERS = ['page', 'entry', 'source', 'device', 'browser', 'system', 'country', 'language'];
const narrow = (query) =>
  FILTERS.filter((key) => query.has(key)).reduce(
    (by, key) => by * (0.08 + 0.3 * noise(key, ...query.getAll(key))),
    1,
  );

function question(query) {
  const scope = query.get('scope');
  const list = scopeSites(scope);
  const span = compared(query.get('period'), query.get('compare'));
  return { scope, list, span, by: narrow(query) };
}

function summary(query) {
  const { scope, list, span, by } = question(query);
  const figures = (days) =>
    days && {
      ...scaled(sum(list, daysOf(days.from, days.to)), by),
      peakOnline:
        by < 1
          ? null
          : {
              count: 12 + Math.round(list.reduce((n, s) => n + s.base, 0) / 42),
              at: Date.parse(`${days.from}T02:41:00Z`) + 2 * DAY,
            },
    };
  const now = figures(span.begun) ?? { ...ZERO, peakOnline: null };
  const before = figures(span.before);
  const site = list.length === 1 ? list[0] : undefined;
  return {
    scope,
    name: scopeName(scope),
    sample: list.some((s) => s.sample),
    zone: 'Asia/Ho_Chi_Minh',
    hiddenSites: 0,
    period: { text: query.get('period'), from: span.from, to: span.to },
    begun: span.begun,
    compared: span.before && { text: `${span.before.from}..${span.before.to}`, ...span.before },
    live: span.begun?.to === today(),
    partOfDay: span.begun?.from === today(),
    now,
    before: before?.visits ? before : null,
    change: before
      ? { ...change(now, before), peakOnline: before.peakOnline && now.peakOnline ? 0.07 : null }
      : {},
    ledger: ledger(now),
    predecessors: site?.predecessors ?? [],
    target: overview().sites.find(({ id }) => id === site?.id)?.target ?? null,
  };
}

function ledger(sums) {
  const heartbeats = Math.round(sums.views * 1.7);
  const duplicates = Math.round(sums.views * 0.002);
  const bots = Math.round(sums.views * 0.11);
  const rejected =
    sums.views > 1000 ? { 'too-old': Math.round(sums.views * 0.0003), unreadable: 1 } : {};
  const more = Object.values(rejected).reduce((a, b) => a + b, 0);
  return {
    received: sums.views + heartbeats + duplicates + bots + more,
    views: sums.views,
    heartbeats,
    duplicates,
    bots,
    rejected,
    mergedVisits: Math.round(sums.views * 0.0001),
  };
}

function course(query) {
  const { list, span, by } = question(query);
  if (!span.begun) return { unit: 'day', points: [] };
  const days = daysOf(span.begun.from, span.begun.to);
  const shift =
    span.before && Math.round((Date.parse(span.begun.from) - Date.parse(span.before.from)) / DAY);
  const at = (day) => scaled(sum(list, [day]), by);
  const beside = (day) =>
    span.before ? { at: plus(day, -shift), ...at(plus(day, -shift)) } : null;
  if (days.length === 1) {
    const hour = (day, h) => ({
      at: `${day}T${String(h).padStart(2, '0')}`,
      ...scaled(at(day), HOURS[h]),
    });
    return {
      unit: 'hour',
      points: HOURS.map((_, h) => ({
        ...hour(days[0], h),
        before: span.before ? hour(span.before.from, h) : null,
      })),
    };
  }
  if (days.length <= 366)
    return {
      unit: 'day',
      points: days.map((day) => ({ at: day, ...at(day), before: beside(day) })),
    };
  const months = new Map();
  for (const day of days) {
    const key = day.slice(0, 7);
    months.set(key, add(months.get(key) ?? ZERO, at(day)));
  }
  return {
    unit: 'month',
    points: [...months].map(([key, sums]) => ({ at: key, ...sums, before: null })),
  };
}

function hours(query) {
  const { list, span, by } = question(query);
  const cells = [];
  const days = span.begun ? daysOf(span.begun.from, span.begun.to) : [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const sums = scaled(
      sum(
        list,
        days.filter((day) => weekdayOf(day) === weekday),
      ),
      by,
    );
    HOURS.forEach((part, hour) =>
      cells.push({
        weekday,
        hour,
        views: Math.round(sums.views * part),
        visits: Math.round(sums.visits * part * (0.9 + 0.2 * noise(weekday, hour))),
      }),
    );
  }
  return { cells };
}

const PAGES = [
  ['/', 'Trang chủ'],
  [
    '/thong-tin/thong-bao-tuyen-dung-vien-chuc-2026',
    'Thông báo tuyển dụng viên chức năm 2026 của các đơn vị sự nghiệp công lập trực thuộc',
  ],
  ['/thu-tuc-hanh-chinh', 'Thủ tục hành chính'],
  ['/thu-tuc-hanh-chinh/dat-dai', 'Thủ tục về đất đai'],
  ['/lich-cong-tac', 'Lịch công tác tuần'],
  ['/van-ban', 'Văn bản chỉ đạo, điều hành'],
  [
    '/tin-tuc/chuyen-doi-so-so-ket-9-thang',
    'Sơ kết chuyển đổi số 9 tháng đầu năm: nhiều chỉ tiêu vượt kế hoạch',
  ],
  ['/gioi-thieu', 'Giới thiệu chung'],
  ['/tin-tuc/mua-lu', 'Công điện khẩn ứng phó mưa lũ'],
  ['/hoi-dap', 'Hỏi đáp'],
  ['/lien-he', 'Liên hệ'],
  ['/tin-tuc/ngay-hoi-doc-sach', 'Ngày hội đọc sách'],
  ['/co-cau-to-chuc', 'Cơ cấu tổ chức'],
  ['/tim-kiem', null],
  ['/dau-thau', 'Thông tin đấu thầu'],
  ['/quy-hoach/2026-2030', 'Quy hoạch phát triển giai đoạn 2026–2030'],
];
const VALUES = {
  page: PAGES,
  entry: PAGES,
  source: [
    '',
    'google.com',
    'zalo.me',
    'facebook.com',
    'coccoc.com',
    'dichvucong.gov.vn',
    'bing.com',
    'chatgpt.com',
    'baomoi.com',
  ],
  device: ['Phone', 'Desktop', 'Tablet', 'Unknown'],
  browser: ['Chrome', 'Safari', 'Coc Coc', 'Edge', 'Zalo', 'Firefox', 'Samsung Internet'],
  system: ['Android', 'Windows NT', 'iOS', 'Mac OS', 'Linux', 'Unknown'],
  country: ['VN', 'US', 'KR', 'JP', 'SG', ''],
  language: ['vi', 'en', 'ko', 'zh', ''],
  bot: ['Googlebot', 'bingbot', 'GPTBot', 'coccocbot', 'AhrefsBot', 'facebookexternalhit'],
};

function breakdown(query) {
  const { scope, list, span, by } = question(query);
  const dimension = query.get('dimension');
  const all = span.begun ? scaled(sum(list, daysOf(span.begun.from, span.begun.to)), by) : ZERO;
  const totals = dimension === 'bot' ? scaled(all, 0.11) : all;
  const sort = query.get('sort') ?? 'views';
  let values;
  if (dimension === 'site') {
    values = list.map((site) => ({
      value: site.id,
      title: site.name,
      ...scaled(span.begun ? sum([site], daysOf(span.begun.from, span.begun.to)) : ZERO, by),
    }));
  } else {
    const day = query.get('period').length === 10 ? query.get('period') : '';
    const weights = VALUES[dimension].map(
      (_, i) => (0.5 + noise(dimension, scope, i, day)) / (i + 1) ** 1.25,
    );
    const whole = weights.reduce((a, b) => a + b, 0);
    values = VALUES[dimension].map((value, i) => ({
      value: Array.isArray(value) ? value[0] : value,
      ...(Array.isArray(value) ? { title: value[1] } : {}),
      ...scaled(totals, weights[i] / whole),
    }));
  }
  const wanted =
    FILTERS.includes(dimension) && query.has(dimension)
      ? values.filter(({ value }) => query.getAll(dimension).includes(value))
      : values;
  const found = wanted.filter(
    ({ value, title }) =>
      `${value} ${title ?? ''}`.toLowerCase().includes((query.get('search') ?? '').toLowerCase()) &&
      totals.views,
  );
  found.sort((a, b) => b[sort] - a[sort]);
  const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 50)];
  return {
    dimension,
    rows: found.length,
    totals,
    values: found.slice(offset, offset + limit).map((value) => ({
      ...value,
      share: totals[sort] ? value[sort] / totals[sort] : 0,
      before: span.before ? scaled(value, 0.7 + 0.5 * noise('before', value.value)) : null,
    })),
  };
}

function ledgerDays(query) {
  const { list, span } = question(query);
  const days = span.begun ? daysOf(span.begun.from, span.begun.to) : [];
  return {
    days: days.map((day) => ({ day, ...ledger(sum(list, [day])), refused: {} })),
    totals: ledger(sum(list, days)),
    refused: {},
  };
}

/** One site has moved to another domain. */
function refused(query) {
  const { list, span } = question(query);
  const moved = list[0];
  const events = span.begun && moved ? 1840 : 0;
  return {
    total: events,
    reasons: events ? { origin: events } : {},
    origins: events
      ? [
          {
            site: moved.id,
            reason: 'origin',
            origin: `https://moi.${moved.id}`,
            events,
            allowed: false,
          },
        ]
      : [],
  };
}

/** The holidays of a year that are on the same days each year, and a power cut. */
function marks(query) {
  const { span } = question(query);
  if (!span.begun) return [];
  const { from, to } = span.begun;
  const all = daysOf(from, to).flatMap((day) => {
    const texts = {
      '01-01': 'Tết Dương lịch',
      '04-30': 'Ngày Chiến thắng 30/4',
      '11-10': 'Cúp điện',
    };
    const text = texts[day.slice(5)];
    const kind = text === 'Cúp điện' ? 'note' : 'holiday';
    return text ? [{ kind, from: day, to: day, text }] : [];
  });
  return all;
}

/** Answers by path below /api/manage/. */
export const reports = {
  overview,
  'reports/summary': summary,
  'reports/course': course,
  'reports/marks': marks,
  'reports/hours': hours,
  'reports/breakdown': breakdown,
  'reports/ledger': ledgerDays,
  'reports/refused': refused,
};
