import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass } from '../../test/clock';
import { aPoll } from '../../test/poll';
import {
  answer,
  choose,
  clean,
  fetched,
  leave,
  open,
  press,
  root,
  text,
} from '../../test/poll-page';
import { FakeStream } from '../../test/stream';
import type { Content } from '../widget/widget';

let other: { host: HTMLElement; content: Content } | undefined;

/** Opens the same poll once more in the page. */
async function openAgain(): Promise<ShadowRoot> {
  const { openPoll } = await import('./poll');
  const host = document.createElement('div');
  host.setAttribute('poll', 'p');
  host.setAttribute('lang', 'vi');
  document.body.append(host);
  other = { host, content: openPoll(host, { host: 'https://pulse', nonce: '', integrity: '' }) };
  return host.shadowRoot as ShadowRoot;
}

const stored = JSON.stringify({ choices: 'rich' });

/** Another window has stored a value, of which the browser tells this one. */
function storedElsewhere(key: string, value: string): void {
  localStorage.setItem(key, value);
  window.dispatchEvent(new StorageEvent('storage', { key }));
}

describe('a poll that is shown several times', () => {
  beforeEach(clean);
  afterEach(() => {
    other?.content.close();
    leave();
  });

  it('shows a vote in all elements of the page', async () => {
    await open();
    const second = await openAgain();
    expect(second.querySelector('form')).not.toBeNull();
    choose('easy');
    answer(202, { voter: 'token' });
    await press('Bình chọn');
    expect(text()).toContain('Cảm ơn bạn đã bình chọn.');
    expect(second.textContent).toContain('Bạn đã bình chọn.');
    expect(second.querySelector('.y')?.textContent).toBe('✓ Dễ sử dụng');
  });

  it('shows a vote of another window, and does not move the focus', async () => {
    await open();
    storedElsewhere('sitepulse.voted.p', stored);
    expect(root().querySelector('.y')?.textContent).toBe('✓ Phong phú đa dạng');
    expect(root().activeElement).toBeNull();
    expect(FakeStream.open).toHaveLength(1);
  });

  it('reads results for voters after a vote in another window', async () => {
    await open(aPoll({ visibility: 'after-voting', resultsVisible: false }));
    storedElsewhere('sitepulse.voted.p', JSON.stringify({ choices: 'rich', receipt: 'r' }));
    expect(FakeStream.open.map(({ url }) => url)).toEqual([
      'https://pulse/api/polls/p/live?receipt=r',
    ]);
  });

  it('is not disturbed by other stored values', async () => {
    await open();
    choose('easy');
    const streams = FakeStream.all.length;
    storedElsewhere('sitepulse.q.1', '{}');
    storedElsewhere('sitepulse.voted.q', stored);
    expect(root().querySelector('input:checked')).not.toBeNull();
    expect(FakeStream.all).toHaveLength(streams);
  });

  it('notices another choice also where the page has broken the JSON of arrays', async () => {
    await open();
    const drawn: (string | null | undefined)[] = [];
    // Only while the widget draws: the test runner needs its own JSON.
    Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'x', configurable: true });
    try {
      for (const id of ['rich', 'easy']) {
        storedElsewhere('sitepulse.voted.p', `{"choices":"${id}"}`);
        drawn.push(root().querySelector('.y')?.textContent);
      }
    } finally {
      delete (Array.prototype as { toJSON?: unknown }).toJSON;
    }
    expect(drawn).toEqual(['✓ Phong phú đa dạng', '✓ Dễ sử dụng']);
  });

  it('shows the vote also while another choice is being made', async () => {
    localStorage.setItem('sitepulse.voted.p', JSON.stringify({ choices: 'easy' }));
    await open();
    await press('Đổi lựa chọn');
    storedElsewhere('sitepulse.voted.p', stored);
    expect(root().querySelector('form')).toBeNull();
    expect(root().querySelector('.y')?.textContent).toBe('✓ Phong phú đa dạng');
    await pass(1);
    expect(fetched.mock.calls.filter(([url]) => url.endsWith('/votes'))).toEqual([]);
  });
});
