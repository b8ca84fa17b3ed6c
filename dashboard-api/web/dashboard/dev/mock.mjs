/** An in-memory mock of the server for the dashboard, on a free port. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { accounts } from './accounts.mjs';
import { manage } from './manage.mjs';
import { problem } from './problem.mjs';
import { live, reports } from './reports.mjs';
import { scopeName, ZERO } from './sample-data.mjs';

const DIST = fileURLToPath(new URL('../../dist/dashboard/', import.meta.url));
const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};
/** Headers of the server. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Settings of the mock: `delay` in ms before each answer, `broken` an error status for `reports/…`,
 * `signedIn` from the start, `empty` for a new installation, `extend` for more routes.
 */
export async function startMock(options = {}) {
  const mock = {
    delay: 0,
    broken: undefined,
    signedIn: true,
    session: undefined,
    streams: new Set(),
    routes: [],
    ...options,
  };
  mock.routes = [...mock.routes, manage(mock.managed)];
  if (mock.signedIn) {
    mock.session = accounts.session(options.administrator ?? true);
  }
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () =>
      setTimeout(
        () => answer(mock, request, response, body),
        request.url.startsWith('/api') ? mock.delay : 0,
      ),
    );
  });
  await new Promise((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready));
  mock.url = `http://127.0.0.1:${server.address().port}`;
  mock.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return mock;
}

/** Answers a request of the API. The development server uses it too. */
export function answer(mock, request, response, body) {
  const url = new URL(request.url, 'http://mock');
  if (!url.pathname.startsWith('/api/manage/')) {
    file(url.pathname, response);
    return;
  }
  const path = url.pathname.slice('/api/manage/'.length);
  const call = {
    mock,
    method: request.method,
    path,
    query: url.searchParams,
    headers: request.headers,
    body: body ? JSON.parse(body) : undefined,
    request,
    response,
  };
  if (mock.down) {
    send(response, problem(500, 'internal'));
    return;
  }
  const open = accounts.open(call);
  if (open) {
    send(response, open);
  } else if (!mock.session) {
    send(response, problem(401, 'signed-out'));
  } else if (request.method !== 'GET' && request.headers['sitepulse-csrf'] !== mock.session.csrf) {
    send(response, problem(403, 'csrf'));
  } else if (path === 'live') {
    stream(mock, response);
  } else {
    send(response, accounts.own(call) ?? more(call) ?? report(call) ?? problem(404, 'not-found'));
  }
}

/** Further routes: functions of a call that return `{status, body}` or nothing. */
function more(call) {
  for (const route of call.mock.routes) {
    const made = route(call);
    if (made) {
      return made;
    }
  }
  return undefined;
}

function report({ mock, path, query }) {
  if (!(path in reports)) {
    return undefined;
  }
  if (mock.slow && path.startsWith(mock.slow)) {
    return { status: undefined };
  }
  if (mock.broken) {
    return problem(mock.broken, 'unavailable');
  }
  if (query.has('scope') && !scopeName(query.get('scope'))) {
    return problem(404, 'not-found');
  }
  if (path === 'overview' && mock.empty) {
    const nothing = { now: ZERO, before: null, change: {} };
    const none = { online: 0, today: ZERO, month: nothing, year: nothing, spark: [] };
    return {
      status: 200,
      body: { asOf: Date.now(), complete: true, sites: [], groups: [], all: none },
    };
  }
  return { status: 200, body: reports[path](query) };
}

function send(response, { status, body, type = 'application/json', headers = {} }) {
  // Never answered, to show the waiting state.
  if (!status) {
    return;
  }
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function stream(mock, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const tell = () =>
    response.write(
      `event: figures\ndata: ${JSON.stringify({ whole: true, sites: mock.empty ? {} : live() })}\n\n`,
    );
  tell();
  const timer = setInterval(tell, 3000);
  mock.streams.add(response);
  response.on('close', () => {
    clearInterval(timer);
    mock.streams.delete(response);
  });
}

function file(path, response) {
  const name = path.replace(/^\/dashboard\/?/, '');
  const found = name.startsWith('assets/') ? name : 'index.html';
  try {
    const text = readFileSync(DIST + found);
    response.writeHead(200, {
      'Content-Type': TYPES[found.split('.').pop()],
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(text);
  } catch {
    response.writeHead(404).end();
  }
}
