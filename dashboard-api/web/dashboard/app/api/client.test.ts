import { describe, expect, it, vi } from 'vitest';
import { address, ApiClient } from './client.js';
import { Problem } from './problem.js';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function clientOf(answer: () => Response | Promise<Response>): { api: ApiClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const api = new ApiClient((url, init) => {
    sent.push({ url: url as string, init: init ?? {} });
    return Promise.resolve(answer());
  });
  return { api, sent };
}

const problem = (status: number, type: string, errors: unknown[] = []): Response =>
  new Response(JSON.stringify({ type, title: 't', detail: 'd', status, errors }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '30' },
  });

describe('api', () => {
  it('requests /api/manage and leaves out empty query parameters', () => {
    expect(
      address('reports/summary', { scope: 'site:a.vn', page: ['/a', '/b'], search: '', x: null }),
    ).toBe('/api/manage/reports/summary?scope=site%3Aa.vn&page=%2Fa&page=%2Fb');
  });

  it('sends the CSRF token and the revision with a change', async () => {
    const { api, sent } = clientOf(() => new Response(null, { status: 204 }));
    api.csrf = 'word';
    await api.put('polls/p', { a: 1 }, { revision: '7' });
    await api.get('polls/p');
    await api.put('groups/g', {}, { fresh: true });
    expect(sent[0]?.init.headers).toMatchObject({ 'Sitepulse-CSRF': 'word', 'If-Match': '"7"' });
    expect(sent[0]?.init.body).toBe('{"a":1}');
    expect(sent[1]?.init.headers).not.toHaveProperty('Sitepulse-CSRF');
    expect(sent[2]?.init.headers).toMatchObject({ 'If-None-Match': '*' });
  });

  it('throws a problem with the faults of fields', async () => {
    const fault = { field: 'value', reason: 'invalid', detail: 'at least 1' };
    const { api } = clientOf(() => problem(400, '/problems/invalid', [fault]));
    const thrown = await api.post('targets', {}).catch(Problem.of);
    expect(thrown).toBeInstanceOf(Problem);
    expect(thrown).toMatchObject({ status: 400, kind: 'invalid', detail: 'd', retryAfter: 30 });
    expect((thrown as Problem).fault('value')?.detail).toBe('at least 1');
  });

  it('reports a session that has ended, but not a wrong password', async () => {
    const signedOut = vi.fn();
    const wrong = clientOf(() => problem(401, '/problems/credentials'));
    wrong.api.onSignedOut = signedOut;
    await wrong.api.post('session', {}).catch(() => undefined);
    expect(signedOut).not.toHaveBeenCalled();
    const ended = clientOf(() => problem(401, '/problems/signed-out'));
    ended.api.onSignedOut = signedOut;
    await ended.api.get('overview').catch(() => undefined);
    expect(signedOut).toHaveBeenCalledOnce();
  });

  it('throws status 0 without an answer, and the status of an answer that is not JSON', async () => {
    const { api } = clientOf(() => Promise.reject(new TypeError('network')));
    expect(await api.get('overview').catch(Problem.of)).toMatchObject({ status: 0 });
    const proxy = clientOf(() => new Response('<html>', { status: 502 }));
    expect(await proxy.api.get('overview').catch(Problem.of)).toMatchObject({
      status: 502,
      type: '',
    });
  });
});
