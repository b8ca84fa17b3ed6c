/** Mock routes of definitions, changes, tokens, sessions, the second factor and the review. */
import { issuedReviews, review } from './manage-review.mjs';
import { definitions } from './manage-data.mjs';
import { history, votes } from './poll-data.mjs';
import { problem } from './problem.mjs';

const ok = (body, status = 200, headers = {}) => ({ status, body, headers });
const LISTS = ['sites', 'groups', 'polls', 'targets', 'notes', 'accounts', 'tokens', 'sessions'];

/**
 * Creates the definitions of a mock and their routes. `managed: 'empty'` has none, a status fails
 * all requests.
 */
export function manage(managed) {
  let world;
  const factor = { recoveryCodes: 0, required: false, available: true };
  return (call) => {
    const [list, id, part, other] = call.path.split('/').map(decodeURIComponent);
    if (list === 'second-factor') {
      return secondFactor(factor, call, id);
    }
    if (!LISTS.includes(list) && !['changes', 'review', 'issued-reviews', 'state'].includes(list)) {
      return undefined;
    }
    if (typeof managed === 'number' && list !== 'sites' && list !== 'groups') {
      return problem(managed, managed === 404 ? 'not-found' : 'unavailable');
    }
    world ??= start(call, managed);
    if (list === 'review') {
      const [kind, name] = (call.query.get('scope') ?? 'all').split(/:(.*)/s);
      const known = kind === 'group' ? world.groups : world.sites;
      return kind === 'all' || known.some((one) => one.id === name)
        ? ok(review(call.query))
        : problem(404, 'not-found');
    }
    if (list === 'issued-reviews') {
      const found = issuedReviews(call, [id, part], managed);
      return found ? ok(found, call.method === 'POST' ? 201 : 200) : problem(404, 'not-found');
    }
    if (list === 'state') {
      return ok(stateOf(world, call.mock.session?.edits !== false));
    }
    return list === 'changes'
      ? log(world, call.query)
      : entries(world, call, { list, id, part, other });
  };
}

const CODES = ['k7wq-2mxe-9fhd-3tzn', 'ab4c-ud8y-mm2r-x0pe', 'p3ra-6nwd-f0ke-8zjh'];

/** Second factor of the signed-in account. The right password has 10 letters, the code is 123456. */
function secondFactor(factor, { method, body }, part) {
  const wrong = (field, code) => problem(400, 'invalid', [{ field, reason: 'invalid', code }]);
  if (method === 'GET') {
    return ok(factor);
  }
  if (part === undefined) {
    if (body.code !== '123456') {
      return wrong('code', 'wrong-code');
    }
    Object.assign(factor, { since: Date.now(), recoveryCodes: 10 });
    return ok({ recoveryCodes: CODES });
  }
  if (body.password.length < 10) {
    return wrong('password', 'wrong-password');
  }
  if (part === 'removal') {
    Object.assign(factor, { since: undefined, recoveryCodes: 0 });
    return { status: 204 };
  }
  return part === 'enrolment'
    ? ok({
        enrolment: 'ENROLMENT',
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/sitepulse:an.nguyen?secret=JBSWY3DPEHPK3PXP',
        qr: { size: 3, path: 'M0 0h1v1h-1zM2 0h1v1h-1zM1 1h1v1h-1zM0 2h1v1h-1zM2 2h1v1h-1z' },
      })
    : ok({ recoveryCodes: CODES });
}

function start(call, managed) {
  const world = definitions(call.mock.session?.edits === false ? 'viewer' : 'editor');
  if (managed === 'empty') {
    LISTS.filter((list) => list !== 'sites').forEach((list) => (world[list] = []));
    world.changes = [];
  }
  return world;
}

/** Sites in turn count, are silent, were never heard of or only imported, and fell. */
function stateOf({ sites }, administers) {
  const states = ['counting', 'silent', 'never', 'fell', 'rose', 'imported'];
  const asOf = Date.parse('2026-11-21T05:00:00Z');
  const current = { version: '1.0.0', requests: 2048, older: false };
  const scripts = [[current], [current, { version: '0.9.2', requests: 64, older: true }]];
  return {
    asOf,
    script: '1.0.0',
    sites: sites.map(({ id, name, archived }, i) => {
      const state = archived ? 'archived' : states[i % states.length];
      const refused = state === 'never' ? 1840 : 0;
      const unheard = state === 'never' || state === 'imported';
      const days = state === 'silent' ? 9 : 0;
      const heard = {
        lastSignal: asOf - days * 86_400_000,
        yesterday: { day: '2026-11-20', views: state === 'counting' ? 412 : 90, usual: 400.5 },
      };
      return {
        ...{ site: id, name, state, refused },
        ...(unheard ? {} : heard),
        refusedOrigins: refused ? [{ origin: 'https://moi.gov.vn', events: refused }] : [],
        scripts: unheard ? [] : scripts[i % scripts.length],
      };
    }),
    unknownSites: administers
      ? [{ site: 'so-y-te-go-sai', origin: 'https://soyte.example.gov.vn', events: 40 }]
      : [],
    untrustedProxies: administers ? [{ address: '10.0.0.7', requests: 1200 }] : [],
  };
}

/** The public total of a site: a baseline that was corrected once, and two years of days. */
function totalOf({ id, name, zone, baseline }) {
  const sums = (views, visits, visitors) => ({ views, visits, visitors });
  const known = baseline ?? {
    ...sums(2_756_838, 675_828, 498_112),
    asOf: '2025-06-30',
    source: 'Bộ đếm NukeViet cũ',
    enteredBy: 'Nguyễn Hoài An',
  };
  const at = Date.parse('2025-07-01T02:00:00Z');
  return {
    site: id,
    asOf: Date.parse('2026-11-21T05:00:00Z'),
    zone,
    shown: sums(known.views + 1130, known.visits + 712, known.visitors + 602),
    difference: sums(0, 0, 0),
    proof: 'equal',
    sites: [
      {
        site: id,
        name,
        baseline: known,
        corrections: [
          { at, by: 'Nguyễn Hoài An', after: { ...known, visits: 67_582 } },
          {
            at: at + 86_400_000,
            by: 'Nguyễn Hoài An',
            before: { ...known, visits: 67_582 },
            after: known,
          },
        ],
        imported: { days: 0, sums: sums(0, 0, 0) },
        counted: { days: 508, first: '2025-07-01', last: '2026-11-20', sums: sums(1100, 700, 590) },
        today: sums(30, 12, 12),
        difference: sums(0, 0, 0),
      },
    ],
    unequalDays: [],
  };
}

function log({ changes }, query) {
  const limit = Number(query.get('limit') ?? 100);
  const found = changes.filter(
    ({ at, by, subject }) =>
      (!query.get('before') || at < Number(query.get('before'))) &&
      (!query.get('by') || by === query.get('by')) &&
      (!query.get('subject') || subject === query.get('subject')),
  );
  const page = found.slice(0, limit);
  return ok({ changes: page, ...(found.length > limit ? { next: String(page.at(-1).at) } : {}) });
}

/** Fields that determine the revision: all except figures. */
function revisionOf(entry) {
  const text = JSON.stringify({ ...entry, tokens: 0, actual: 0, share: 0, sites: 0, options: 0 });
  const labels = JSON.stringify(entry.options?.map(({ id, label }) => [id, label]));
  return [...(text + labels)].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) | 0, 7).toString(36);
}

const guarded = (entry) => ({ ...entry, revision: revisionOf(entry) });

function entries(world, { method, body, headers = {} }, { list, id, part, other }) {
  const all = world[list];
  const known = all.find((one) => one.id === id);
  if (list === 'sessions' && id === undefined && method === 'DELETE') {
    world.sessions = all.filter(({ current }) => current);
    return { status: 204 };
  }
  if (id === undefined) {
    return method === 'GET' ? ok(all.map(guarded)) : create(all, list, body);
  }
  if (known && headers['if-none-match']) {
    return problem(412, 'exists');
  }
  if (list === 'groups' && method === 'PUT' && !known) {
    all.push({ id, sites: 0, ...body });
    return ok(guarded(all.at(-1)));
  }
  if (!known) {
    return problem(404, 'not-found');
  }
  if (headers['if-match'] && headers['if-match'] !== `"${revisionOf(known)}"`) {
    return problem(412, 'changed-meanwhile');
  }
  if (list === 'sites' && part === 'total') {
    return ok(totalOf(known));
  }
  return part === undefined
    ? one(all, known, method, body)
    : step(known, method, body, part, other);
}

function create(all, list, body) {
  if (all.some(({ id }) => id === body.id && id !== undefined)) {
    return problem(409, 'exists');
  }
  const made = { id: `n${all.length}`, role: 'editor', created: Date.now(), ...body };
  if (list === 'sites') {
    Object.assign(made, { predecessors: [], archived: false, embed: all[0].embed });
  }
  if (list === 'polls') {
    made.options = made.options.map((option) => ({ ...option, ballots: 0, share: 0 }));
    Object.assign(made, {
      participants: 0,
      setAside: [],
      setAsideParticipants: 0,
      phase: made.draft ? 'draft' : 'open',
      embed: {},
    });
  }
  if (list === 'targets') {
    Object.assign(made, {
      scopeName: made.scope,
      actual: 0,
      share: 0,
      enteredBy: 'Nguyễn Hoài An',
    });
  }
  if (list === 'notes') {
    Object.assign(made, {
      scopeName: made.scope,
      enteredBy: 'Nguyễn Hoài An',
      to: made.to ?? made.from,
    });
  }
  if (list === 'accounts') {
    Object.assign(made, { hasPassword: false, oidc: false, secondFactor: false, tokens: [] });
  }
  all.push(made);
  const once = {
    accounts: { invitation: 'MA-MOI-MOT-LAN-7f3k' },
    tokens: { token: 'sp_9XqVt2mLr8KcWb4ZhN6yTd' },
  };
  return ok({ ...guarded(made), ...once[list] }, 201);
}

function one(all, known, method, body) {
  if (method === 'PUT') {
    if (body.name === 'Trùng') {
      return problem(400, 'invalid', [
        {
          field: 'name',
          reason: 'invalid',
          code: 'length',
          limits: { min: 1, max: 200 },
          detail: 'must be a text of 1 to 200 characters',
        },
      ]);
    }
    Object.assign(known, body, body.draft === false ? { phase: 'open' } : {});
  }
  if (method === 'DELETE') {
    all.splice(all.indexOf(known), 1);
    return { status: 204 };
  }
  return ok(guarded(known), 200, { ETag: `"${revisionOf(known)}"` });
}

function step(known, method, body, part, other) {
  if (part === 'history') {
    return ok(history(known));
  }
  if (part === 'votes') {
    return ok(votes(known));
  }
  if (part === 'set-aside') {
    const added = { ...body, id: 't1', by: 'Nguyễn Thị Quản Trị', at: Date.now() };
    const setAside = other
      ? known.setAside.filter(({ id }) => id !== other)
      : [...known.setAside, added];
    return ok(guarded(Object.assign(known, { setAside, setAsideParticipants: other ? 0 : 12 })));
  }
  if (part === 'close') {
    return ok(guarded(Object.assign(known, { phase: 'closed', closes: Date.now() })));
  }
  if (part === 'predecessors') {
    known.predecessors = known.predecessors.filter(({ site }) => site !== other);
    if (method === 'PUT') {
      known.predecessors.push({ site: other, from: body.from, enteredBy: 'Nguyễn Hoài An' });
    }
    return ok(guarded(known));
  }
  return part === 'invitation' ? ok({ invitation: 'MA-MOI-MOT-LAN-7f3k' }) : { status: 204 };
}
