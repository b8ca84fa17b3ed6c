/** Definitions of the mock: polls, targets, people and changes. Created for each mock. */
import { changes } from './manage-changes.mjs';
import { DAY, groups, sites, today } from './sample-data.mjs';

const now = () => Date.now();
const portal = sites[0].id;
const year = today().slice(0, 4);

const entry = ({ id, name, origins, zone, group, sample, archived }, role) => ({
  id,
  name,
  origins,
  zone,
  ...(group ? { group } : {}),
  ...(id === portal
    ? {
        baseline: {
          views: 5_204_118,
          visits: 2_756_838,
          visitors: 1_930_442,
          asOf: '2023-12-31',
          source: 'Bộ đếm NukeViet, ảnh chụp kèm công văn 45/VP',
          enteredBy: 'Nguyễn Hoài An',
        },
      }
    : {}),
  pageParameters: id === portal ? ['id', 'cid'] : [],
  ignoreEndSlash: false,
  archived,
  sample,
  predecessors: [],
  role,
  embed: {
    script: `<script async src="https://thongke.tinh.gov.vn/sitepulse.js" data-site="${id}"></script>`,
    counter: '<sitepulse-counter></sitepulse-counter>',
    iframe: `<iframe src="https://thongke.tinh.gov.vn/embed/counter?site=${id}" title="Số lượt truy cập" width="280" height="140"></iframe>`,
    image: `<img src="https://thongke.tinh.gov.vn/api/sites/${id}/counters.svg" alt="Số lượt truy cập">`,
  },
});

const poll = (id, question, labels, more) => {
  const participants = more.phase === 'draft' || more.phase === 'scheduled' ? 0 : 459;
  const options = labels.map((label, i) => {
    const share = participants ? [0.5621, 0.2614, 0.1765, 0.08][i % 4] : 0;
    return { id: `o${i}`, label, ballots: Math.round(participants * share), share };
  });
  return {
    id,
    site: portal,
    question,
    options,
    maxChoices: 1,
    changeable: true,
    draft: more.phase === 'draft',
    visibility: 'after-voting',
    participants,
    setAside: [],
    setAsideParticipants: 0,
    role: 'editor',
    embed: {
      element: `<sitepulse-poll poll="${id}"></sitepulse-poll>`,
      iframe: `<iframe src="https://thongke.tinh.gov.vn/embed/poll?poll=${id}" title="Bình chọn" width="100%" height="420"></iframe>`,
    },
    ...more,
  };
};

const note = (id, scope, scopeName, monthAndDay, text) => ({
  id,
  scope,
  scopeName,
  from: `${year}-${monthAndDay}`,
  to: `${year}-${monthAndDay}`,
  text,
  enteredBy: 'Nguyễn Hoài An',
});

const target = (scope, scopeName, period, value, share, metric = 'visits') => ({
  id: `${scope}-${period}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  scope,
  scopeName,
  metric,
  period,
  value,
  source: `Kế hoạch số 12/KH-UBND ngày 05/01/${period.slice(0, 4)}`,
  enteredBy: 'Nguyễn Hoài An',
  actual: share === null ? null : Math.round(value * share),
  share,
  role: 'editor',
});

const person = (id, name, grants, more = {}) => ({
  id,
  login: id,
  name,
  administrator: false,
  grants,
  disabled: false,
  created: now() - 90 * DAY,
  hasPassword: true,
  oidc: false,
  secondFactor: false,
  tokens: [],
  ...more,
});

/** All definitions. `role` is that of the signed-in account. */
export function definitions(role) {
  const list = sites.map((site) => entry(site, role));
  const merged = list.find(({ name }) => name === 'Ban Quản lý các khu công nghiệp');
  const successor = list.find(({ name }) => name === 'Sở Công Thương');
  successor.predecessors = [
    { site: merged.id, from: `${year}-07-01`, enteredBy: 'Nguyễn Hoài An' },
  ];
  merged.successor = { site: successor.id, from: `${year}-07-01` };
  list.at(-2).archived = true;
  return {
    sites: list,
    groups: groups.map((group) => ({
      ...group,
      sites: list.filter((site) => site.group === group.id).length,
    })),
    polls: [
      poll(
        'giao-dien',
        'Theo bạn thông tin nội dung website thế nào?',
        ['Hữu ích', 'Dễ sử dụng', 'Phong phú đa dạng'],
        {
          phase: 'open',
          opens: now() - 20 * DAY,
          closes: now() + 10 * DAY,
        },
      ),
      poll(
        'dich-vu',
        'Bạn đã dùng những dịch vụ công trực tuyến nào trong năm nay?',
        ['Cấp đổi giấy phép lái xe', 'Đăng ký khai sinh', 'Đăng ký hộ kinh doanh', 'Chưa dùng'],
        {
          phase: 'closed',
          closes: now() - 40 * DAY,
          maxChoices: 3,
          changeable: false,
          visibility: 'always',
          participants: 1284,
        },
      ),
      poll('loai-phieu', 'Bạn thấy trang mới thế nào?', ['Dễ dùng', 'Khó dùng'], {
        phase: 'closed',
        closes: now() - 20 * 3_600_000,
        setAside: [
          {
            id: 't1',
            from: now() - 31 * 3_600_000,
            to: now() - 29 * 3_600_000,
            reason: 'Bình chọn hàng loạt từ một mạng',
            by: 'Nguyễn Thị Quản Trị',
            at: now() - 19 * 3_600_000,
          },
        ],
        setAsideParticipants: 52,
      }),
      poll('le-hoi', 'Bạn muốn Lễ hội mùa xuân tổ chức ở đâu?', ['Quảng trường tỉnh', 'Bờ sông'], {
        phase: 'scheduled',
        opens: now() + 5 * DAY,
      }),
      poll('nhap', 'Câu hỏi đang soạn', ['Có', 'Không'], { phase: 'draft' }),
    ].map((one) => ({ ...one, role })),
    targets: [
      target('group:so-nganh', 'Khối Sở, ngành', year, 4_200_000, 1.214),
      target(`site:${portal}`, 'Cổng thông tin điện tử tỉnh', year, 3_600_000, 0.973),
      target(`site:${list[5].id}`, list[5].name, `${year}-H2`, 260_000, 0.418),
      target('all', 'Tất cả các trang', `${year}-Q4`, 2_500_000, 0.556, 'views'),
    ].map((one) => ({ ...one, role })),
    notes: [
      note(
        'cup-dien',
        `site:${portal}`,
        'Cổng thông tin điện tử tỉnh',
        '11-10',
        'Cúp điện cả ngày',
      ),
      note('hop', 'all', 'Tất cả các trang', '07-01', 'Sáp nhập đơn vị hành chính'),
    ].map((one) => ({ ...one, role })),
    accounts: [
      person('an', 'Nguyễn Hoài An', [], { login: 'an.nguyen', administrator: true }),
      person(
        'binh',
        'Trần Thanh Bình',
        [
          { scope: 'group:so-nganh', role: 'editor' },
          { scope: 'group:y-te', role: 'viewer' },
          { scope: `site:${portal}`, role: 'viewer' },
        ],
        { login: 'binh.tran', secondFactor: true },
      ),
      person('chi', 'Lê Thị Linh Chi', [{ scope: `site:${list[5].id}`, role: 'viewer' }], {
        login: 'chi.le',
        hasPassword: false,
      }),
      person('dung', 'Phạm Văn Dũng', [{ scope: 'group:giao-duc', role: 'viewer' }], {
        login: 'dung.pham',
        disabled: true,
        oidc: true,
      }),
    ],
    tokens: [
      {
        id: 't1',
        name: 'Bảng số liệu của Văn phòng UBND',
        role: 'viewer',
        created: now() - 40 * DAY,
        expires: now() + 320 * DAY,
        lastUsed: '2026-11-20',
      },
      {
        id: 't2',
        name: 'Chép số liệu sang kho chung',
        role: 'viewer',
        created: now() - 400 * DAY,
        expires: now() - 30 * DAY,
      },
    ],
    sessions: [
      {
        id: 's1',
        browser: 'Firefox',
        system: 'Windows',
        begun: now() - DAY,
        seen: now(),
        current: true,
      },
      {
        id: 's2',
        browser: 'Chrome',
        system: 'Android',
        begun: now() - 3 * DAY,
        seen: now() - DAY / 4,
        current: false,
      },
      { id: 's3', begun: now() - 2 * DAY, seen: now() - DAY / 3, current: false },
    ],
    changes: changes(list),
  };
}
