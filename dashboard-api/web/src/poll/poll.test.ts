import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pass } from '../../test/clock';
import { aPoll } from '../../test/poll';
import {
  alwaysAnswer,
  choose,
  clean,
  close,
  inputs,
  leave,
  open,
  press,
  root,
  tell,
  text,
  turnTo,
} from '../../test/poll-page';
import { FakeStream } from '../../test/stream';

describe('<sitepulse-poll>', () => {
  beforeEach(clean);
  afterEach(leave);

  it('is a form with its question as legend and a table of results', async () => {
    await open();
    expect(root().querySelector('form fieldset legend')?.textContent).toBe(aPoll().question);
    expect(inputs().map(({ type }) => type)).toEqual(['radio', 'radio', 'radio']);
    const cells = [...root().querySelectorAll('table th, table td')].map((c) => c.textContent);
    expect(cells.slice(3, 6)).toEqual(['Hữu ích', '301', '65,6%']);
    expect(root().querySelectorAll('[part=bar][aria-hidden=true]')).toHaveLength(3);
    expect(text()).toContain('459 người đã tham gia bình chọn');
    expect(text()).toContain('Khảo sát tham khảo');
  });

  it('has English texts', async () => {
    await open(aPoll({ participants: 1 }), { lang: 'en' });
    expect(text()).toContain('1 person has voted');
    expect(text()).toContain('Indicative survey');
  });

  it('updates the bars and keeps the choice', async () => {
    await open();
    choose('rich');
    const [, , input] = inputs();
    const [, ...others] = aPoll().options;
    const first = { id: 'useful', label: 'Hữu ích', ballots: 302 };
    tell(aPoll({ participants: 460, options: [first, ...others] }));
    expect(inputs()[2]).toBe(input);
    expect(input?.checked).toBe(true);
    expect(text()).toContain('302 · 65,7%');
    expect(text()).toContain('460 người');
  });

  it('says how many are chosen and refuses one too many at once', async () => {
    await open(aPoll({ maxChoices: 2 }));
    expect(text()).toContain('Đã chọn 0/2.');
    for (const input of inputs()) {
      input.checked = true;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    expect(inputs().map(({ checked }) => checked)).toEqual([true, true, false]);
    expect(text()).toContain('Đã chọn 2/2.');
    const fault = root().querySelector('[part=error]');
    expect(fault?.textContent).toBe('Chỉ được chọn tối đa 2 phương án.');
    expect(fault?.parentElement?.contains(inputs()[2] ?? null)).toBe(true);
    const [first] = inputs();
    Object.assign(first ?? {}, { checked: false });
    first?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(text()).toContain('Đã chọn 1/2.');
    expect(fault?.textContent).toBe('');
  });

  it('shows why it is not open', async () => {
    await open(null);
    expect(text()).toBe('Đang tải bình chọn…');
    tell(aPoll({ phase: 'scheduled', opens: Date.UTC(2031, 0, 5, 1), resultsVisible: false }));
    expect(text()).toMatch(/Bình chọn mở lúc \d\d:\d\d ngày \d+\/1\/2031\./);
    expect(text()).toContain('Phong phú đa dạng');
    expect(root().querySelector('[part=bar]')).toBeNull();
    tell(aPoll({ phase: 'closed' }));
    expect(text()).toContain('Bình chọn đã kết thúc.');
    expect(inputs()).toEqual([]);
  });

  it('reloads when it is due to open', async () => {
    const opens = Date.now() + 60_000;
    await open(aPoll({ phase: 'scheduled', opens }));
    const before = FakeStream.all.length;
    await pass(63_000);
    expect(FakeStream.all.length).toBe(before + 1);
  });

  it('offers to try again where it could not be loaded', async () => {
    await open(null);
    FakeStream.all[0]?.fail();
    await pass(2000);
    expect(text()).toContain('Chưa tải được bình chọn.');
    await press('Thử lại');
    tell(aPoll());
    expect(inputs()).toHaveLength(3);
  });

  it('shows that it is unknown', async () => {
    await open(null);
    alwaysAnswer(404);
    FakeStream.all[0]?.fail();
    await pass(1200);
    expect(text()).toBe('Không tìm thấy bình chọn này.');
  });

  it('marks numbers that are not live', async () => {
    await open();
    FakeStream.all[0]?.fail();
    await pass(2000);
    expect(root().querySelector('[part=stale]')?.textContent).toMatch(/số liệu lúc \d\d:\d\d/);
  });

  it('tells of corrections', async () => {
    await open();
    const correction = () => root().querySelector('[part=correction]')?.textContent;
    expect(correction()).toBe('');
    tell(aPoll({ note: { vi: 'Một số phiếu đã bị loại.', en: 'Some votes are set aside.' } }));
    expect(correction()).toBe('Một số phiếu đã bị loại.');
    tell(aPoll({ phase: 'closed', note: { vi: '“Tốt” trước đây là “Kém”.', en: '…' } }));
    expect(correction()).toBe('“Tốt” trước đây là “Kém”.');
  });

  it('changes the poll with its attribute', async () => {
    await open();
    turnTo('q');
    expect(text()).toBe('Đang tải bình chọn…');
    expect(FakeStream.open.map(({ url }) => url)).toEqual(['https://pulse/api/polls/q/live']);
  });

  it('closes its connection', async () => {
    await open();
    close();
    expect(FakeStream.open).toEqual([]);
  });
});
