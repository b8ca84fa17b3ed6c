import { vi } from 'vitest';
import type { VoteRequest } from '../api/schema';
import type { Content } from '../src/widget/widget';
import { fakeTime, pass, realTime } from './clock';
import { aPoll } from './poll';
import { FakeStream } from './stream';

export const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
let host: HTMLElement;
let content: Content | undefined;

export async function open(
  value: unknown = aPoll(),
  attributes: Record<string, string> = {},
): Promise<void> {
  const { openPoll } = await import('../src/poll/poll');
  host = document.createElement('div');
  document.body.replaceChildren(host);
  for (const [name, text] of Object.entries({ poll: 'p', lang: 'vi', ...attributes })) {
    host.setAttribute(name, text);
  }
  content = openPoll(host, { host: 'https://pulse', nonce: '', integrity: '' });
  if (value) {
    tell(value);
  }
}

export const tell = (value: unknown): void => {
  FakeStream.open.at(-1)?.say('poll', value);
};
export const root = (): ShadowRoot => host.shadowRoot as ShadowRoot;
export const text = (): string => root().querySelector('[part=base]')?.textContent ?? '';
export const inputs = (): HTMLInputElement[] => [...root().querySelectorAll('input')];
export const choose = (...ids: string[]): void => {
  inputs().forEach((input) => {
    input.checked = ids.includes(input.value);
  });
};
export const votes = (): VoteRequest[] =>
  fetched.mock.calls
    .filter(([url]) => url.endsWith('/votes'))
    .map(([, init]) => JSON.parse(init.body as string) as VoteRequest);
export const press = async (label: string): Promise<void> => {
  const button = [...root().querySelectorAll('button')].find((b) => b.textContent === label);
  if (!button) {
    throw new Error(`no button "${label}" in: ${text()}`);
  }
  if (button.type === 'button') {
    button.click();
  } else {
    button.closest('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  }
  await pass(1);
};
export const answer = (status: number, body: object = {}): void => {
  fetched.mockImplementationOnce(() =>
    Promise.resolve(new Response(JSON.stringify(body), { status })),
  );
};

/** Answers every request with this response from now on. */
export const alwaysAnswer = (status: number): void => {
  fetched.mockImplementation(() => Promise.resolve(new Response('{}', { status })));
};

/** Sets up an empty page and a network that only answers what a test defines. */
export function clean(): void {
  localStorage.clear();
  FakeStream.all = [];
  fetched.mockReset();
  fetched.mockRejectedValue(new TypeError('network'));
  vi.stubGlobal('EventSource', FakeStream);
  vi.stubGlobal('fetch', fetched);
  fakeTime();
}

export function close(): void {
  content?.close();
}

export function leave(): void {
  close();
  realTime();
}

/** Shows another poll in the same element. */
export function turnTo(poll: string): void {
  host.setAttribute('poll', poll);
  content?.update();
}
