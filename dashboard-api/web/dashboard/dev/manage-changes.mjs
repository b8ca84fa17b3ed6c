/** The mock's log of changes. */
import { DAY, sites, today } from './sample-data.mjs';

const now = () => Date.now();
const portal = sites[0].id;
const year = today().slice(0, 4);

/** Repeated sample changes of each kind, latest first. */
export function changes(list) {
  const made = (i, action, subject, before, after, byName = 'Nguyễn Hoài An') => ({
    id: `c${i}`,
    at: now() - i * 3_700_000,
    by: 'an',
    byName,
    action,
    subject,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  });
  const known = [
    [
      'poll.update',
      'giao-dien',
      { v: 1, closes: now(), maxChoices: 1 },
      { v: 1, closes: now() + 10 * DAY, maxChoices: 2 },
    ],
    [
      'site.merge',
      list[9].id,
      { predecessors: [] },
      {
        predecessors: [
          { site: 'ban-quan-ly.vn', from: `${year}-07-01`, enteredBy: 'Nguyễn Hoài An' },
        ],
      },
    ],
    [
      'target.create',
      'so-nganh-2026',
      undefined,
      { scope: 'group:so-nganh', metric: 'visits', period: year, value: 4_200_000 },
    ],
    ['session.begin', 'an', undefined, undefined],
    [
      'site.update',
      portal,
      { archived: false, origins: [] },
      { archived: false, origins: [`https://${portal}`] },
    ],
    [
      'account.create',
      'chi',
      undefined,
      {
        login: 'chi.le',
        name: 'Lê Thị Linh Chi',
        administrator: false,
        grants: [{ scope: 'site:x.vn', role: 'viewer' }],
      },
    ],
  ];
  return Array.from({ length: 75 }, (_, i) => {
    const [action, subject, before, after] = known[i % known.length];
    return made(i, action, subject, before, after, i % 4 === 1 ? 'Trần Thanh Bình' : undefined);
  });
}
