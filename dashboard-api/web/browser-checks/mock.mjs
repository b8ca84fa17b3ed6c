/** An in-memory mock of the server for the widgets, on a free port. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { WEB } from '../build/bundles.mjs';

export async function startMock() {
  const mock = {
    events: [],
    beacons: 0,
    counters: new Map(),
    polls: new Map(),
    pages: new Map(),
    streams: new Set(),
    votes: [],
    /** Status of every API response. 0: no response. */
    broken: undefined,
    noStreams: false,
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      answer(mock, request, response, body);
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  mock.url = `http://127.0.0.1:${server.address().port}`;
  mock.push = (path, event, value) => {
    for (const stream of mock.streams) {
      if (stream.path === path) {
        stream.response.write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`);
      }
    }
  };
  mock.cut = () => {
    mock.streams.forEach((stream) => stream.response.destroy());
  };
  mock.close = () => {
    mock.cut();
    server.closeAllConnections();
    server.close();
  };
  return mock;
}

function answer(mock, request, response, body) {
  const url = new URL(request.url, 'http://mock');
  const path = url.pathname;
  response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Access-Control-Allow-Headers', 'content-type');
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
  } else if (path.startsWith('/sitepulse')) {
    response
      .writeHead(200, { 'Content-Type': 'text/javascript' })
      .end(readFileSync(`${WEB}dist${path}`));
  } else if (mock.pages.has(path)) {
    const { html, headers } = mock.pages.get(path);
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html);
  } else if (mock.broken === 0) {
    response.destroy();
  } else if (mock.broken) {
    response.writeHead(mock.broken, { 'Retry-After': '1' }).end();
  } else if (path === '/api/events') {
    mock.events.push(...[JSON.parse(body)].flat());
    response
      .writeHead(202, { 'Content-Type': 'application/json' })
      .end('{"accepted":1,"refused":[]}');
  } else if (path.endsWith('/votes')) {
    vote(mock, path.split('/')[3], JSON.parse(body), response);
  } else {
    resource(mock, path, url, request, response);
  }
}

function resource(mock, path, url, request, response) {
  const [, , kind, id] = path.split('/');
  const live = path.endsWith('/live');
  const value = (kind === 'sites' ? mock.counters : mock.polls).get(id);
  const shown = typeof value === 'function' ? value(url.searchParams.get('receipt')) : value;
  if (shown === 'broken') {
    response.writeHead(500).end();
  } else if (!shown || (live && mock.noStreams)) {
    response.writeHead(shown ? 503 : 404).end();
  } else if (live) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(
      `retry: 2000\nevent: ${kind === 'sites' ? 'counters' : 'poll'}\ndata: ${JSON.stringify(shown)}\n\n`,
    );
    const stream = { path, response };
    mock.streams.add(stream);
    response.on('close', () => mock.streams.delete(stream));
  } else {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(shown));
  }
}

function vote(mock, id, ballot, response) {
  mock.votes.push(ballot);
  const refuse = mock.refuseVotes;
  if (refuse) {
    response.writeHead(refuse.status, { 'Content-Type': 'application/problem+json' }).end(
      JSON.stringify({
        status: refuse.status,
        errors: [{ field: 'choices', reason: refuse.reason }],
      }),
    );
    return;
  }
  mock.onVote?.(id, ballot);
  response
    .writeHead(202, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ accepted: true, voter: 'token', receipt: 'receipt' }));
}
