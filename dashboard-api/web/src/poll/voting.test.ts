import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass } from '../../test/clock';
import { aPoll } from '../../test/poll';
import {
  answer,
  choose,
  clean,
  close,
  fetched,
  inputs,
  leave,
  open,
  press,
  root,
  tell,
  text,
  votes,
} from '../../test/poll-page';
import { FakeStream } from '../../test/stream';

describe('voting in a <sitepulse-poll>', () => {
  beforeEach(clean);
  afterEach(leave);

  it('has checkboxes if several choices are allowed', async () => {
    await open(aPoll({ maxChoices: 2 }));
    expect(inputs().map(({ type }) => type)).toEqual(['checkbox', 'checkbox', 'checkbox']);
    choose('useful', 'easy', 'rich');
    await press('Bình chọn');
    expect(text()).toContain('Chỉ được chọn tối đa 2 phương án.');
    expect(votes()).toEqual([]);
  });

  it('asks for a choice', async () => {
    await open();
    await press('Bình chọn');
    expect(root().querySelector('[role=alert]')?.textContent).toBe('Bạn chưa chọn phương án nào.');
    expect(root().activeElement).toBe(inputs()[0]);
    inputs()[0]?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(root().querySelector('[role=alert]')?.textContent).toBe('');
  });

  it('sends the vote and moves the focus to the heading', async () => {
    await open();
    choose('easy');
    answer(202, { accepted: true, voter: 'token' });
    await press('Bình chọn');
    expect(votes()).toMatchObject([{ choices: ['easy'] }]);
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ credentials: 'include' });
    expect(root().activeElement?.tagName).toBe('H2');
    expect(text()).toContain('Cảm ơn bạn đã bình chọn.');
    expect(localStorage.getItem('sitepulse.voter')).toBe('token');
  });

  it('remembers the vote after a reload', async () => {
    await open();
    choose('easy');
    answer(202, { voter: 'token' });
    await press('Bình chọn');
    (root().activeElement as HTMLElement).blur();
    close();
    await open();
    expect(text()).toContain('Bạn đã bình chọn.');
    expect(root().querySelector('.y')?.textContent).toBe('✓ Dễ sử dụng');
  });

  it('changes a vote with the token and another id', async () => {
    await open();
    choose('easy');
    answer(202, { voter: 'token' });
    await press('Bình chọn');
    await press('Đổi lựa chọn');
    expect(inputs().find(({ checked }) => checked)?.value).toBe('easy');
    choose('rich');
    answer(202, { voter: 'token' });
    await press('Bình chọn');
    const [first, second] = votes();
    expect(second).toMatchObject({ choices: ['rich'], voter: 'token' });
    expect(second?.id).not.toBe(first?.id);
  });

  it('offers no change if votes are final', async () => {
    localStorage.setItem('sitepulse.voted.p', '{"choices":"easy"}');
    await open(aPoll({ changeable: false }));
    expect(root().querySelectorAll('button')).toHaveLength(0);
  });

  it('sends the same choices with the same id again', async () => {
    await open();
    choose('easy');
    await press('Bình chọn');
    await pass(20_000);
    expect(text()).toContain('Chưa gửi được.');
    expect(inputs().find(({ checked }) => checked)?.value).toBe('easy');
    answer(202);
    await press('Bình chọn');
    expect(votes().length).toBeGreaterThan(3);
    expect(new Set(votes().map(({ id }) => id)).size).toBe(1);
  });

  it('is the same voter and vote after a reload that lost the answer', async () => {
    await open();
    choose('easy');
    await press('Bình chọn');
    await pass(20_000);
    close();
    await open();
    choose('easy');
    await press('Bình chọn');
    await pass(20_000);
    choose('rich');
    answer(202, { voter: 'token' });
    await press('Bình chọn');
    const sent = votes();
    expect(new Set(sent.map(({ voter }) => voter)).size).toBe(1);
    expect(sent[0]?.voter).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent.map(({ choices, id }) => choices[0] === 'easy' && id === sent[0]?.id)).toEqual([
      ...sent.slice(1).map(() => true),
      false,
    ]);
    expect(localStorage.getItem('sitepulse.voter')).toBe('token');
    expect(localStorage.getItem('sitepulse.sent.p')).toBe('');
  });

  it('uses a new id for the same choices after the first vote was answered', async () => {
    await open();
    for (let time = 0; time < 2; time++) {
      choose('easy');
      answer(202, { voter: 'token' });
      await press('Bình chọn');
      await press('Đổi lựa chọn');
    }
    expect(new Set(votes().map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    [409, 'closed', 'Bình chọn đã kết thúc, phiếu không được nhận.'],
    [409, 'not-open', 'Bình chọn chưa mở, phiếu không được nhận.'],
    [422, 'number-of-choices', 'Các phương án bạn chọn không còn phù hợp. Hãy chọn lại.'],
    [403, 'origin', 'Trang web này không được nhận bình chọn.'],
    [418, 'other', 'Phiếu chưa được nhận (mã 418).'],
  ])('says why a vote was refused_%i_%s', async (status, reason, messages) => {
    await open();
    choose('easy');
    answer(status, { status, errors: [{ reason }] });
    await press('Bình chọn');
    expect(root().querySelector('[role=alert]')?.textContent).toBe(messages);
    expect(votes()).toHaveLength(1);
  });

  it('shows that the voter had voted before', async () => {
    await open(aPoll({ changeable: false }));
    choose('easy');
    answer(409, { errors: [{ reason: 'already-voted' }] });
    await press('Bình chọn');
    expect(inputs()).toEqual([]);
    expect(text()).toContain('Bạn đã bình chọn rồi');
  });

  it('reads results for voters with the receipt', async () => {
    await open(aPoll({ visibility: 'after-voting', resultsVisible: false }));
    expect(text()).toContain('Kết quả hiện sau khi bạn bình chọn.');
    choose('easy');
    answer(202, { voter: 'token', receipt: 'r' });
    await press('Bình chọn');
    expect(FakeStream.open.map(({ url }) => url)).toEqual([
      'https://pulse/api/polls/p/live?receipt=r',
    ]);
    tell(aPoll({ visibility: 'after-voting' }));
    expect(text()).toContain('301 · 65,6%');
  });
});
