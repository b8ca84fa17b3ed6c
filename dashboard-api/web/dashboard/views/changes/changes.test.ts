import { describe, expect, it } from 'vitest';
import * as stage from '../../components/view/view-test-harness.js';
import { actionName, differences, subjectName } from './difference.js';

describe('the change log', () => {
  it('shows author and action, and offers more', async () => {
    await stage.open('changes', 'Sửa bình chọn');
    const count = (): number => stage.text().split('Tạo chỉ tiêu').length;
    const before = count();
    stage.need('.panel > button').click();
    await stage.until(() => {
      expect(count()).toBeGreaterThan(before);
    });
  });

  it('has its files above the entries, and not on the first one', async () => {
    await stage.open('changes', 'Sửa bình chọn');
    const files = stage.need('.panel > .exports');
    expect(files.nextElementSibling?.textContent).toContain('Sửa bình chọn');
    expect(stage.need('.log').querySelector('.exports')).toBeNull();
    expect(['absolute', 'fixed']).not.toContain(getComputedStyle(files).position);
  });

  it('is filtered by the address', async () => {
    await stage.open('changes?subject=chi', 'Tạo tài khoản');
    expect(stage.text()).not.toContain('Sửa bình chọn');
  });

  it('asks for one kind of change', async () => {
    await stage.open('changes?kind=poll', 'Sửa bình chọn');
    const files = [...stage.need('.exports').querySelectorAll('a')].map(({ href }) => href);
    expect(files.every((href) => href.includes('kind=poll'))).toBe(true);
  });

  it('asks for some days, which are typed as people write them', async () => {
    await stage.open('changes?from=2026-11-20', 'Tạo tài khoản');
    const day = (id: string): HTMLInputElement => stage.need(`#${id}`) as HTMLInputElement;
    expect(day('from').value).toBe('20/11/2026');
    stage.enter('#to', '31/02/2026');
    await stage.until(stage.has('Hãy nhập ngày như 22/11/2026'));
    stage.send('form');
    expect(location.search).not.toContain('to=');
    stage.enter('#to', '22/11/2026');
    stage.send('form');
    expect(location.search).toContain('from=2026-11-20&to=2026-11-22');
    const files = [...stage.need('.exports').querySelectorAll('a')].map(({ href }) => href);
    expect(files.every((href) => href.includes('from=2026-11-20'))).toBe(true);
  });

  it('shows when nothing matches', async () => {
    await stage.open('changes', 'Không có thay đổi nào khớp.', { managed: 'empty' });
  });
});

describe('a difference', () => {
  it('is described by field', () => {
    expect(
      differences(
        { v: 1, name: 'A', archived: false, predecessors: [] },
        { v: 2, name: 'A', archived: true, predecessors: [{ site: 'b.vn', from: '2026-07-01' }] },
      ),
    ).toEqual([
      { field: 'Lưu trữ', before: 'không', after: 'có' },
      {
        field: 'Đơn vị được sáp nhập',
        before: 'không có',
        after: 'Trang: b.vn, Kể từ ngày: 01/07/2026',
      },
    ]);
  });

  it('treats a missing state as no fields', () => {
    expect(differences(undefined, { value: 5 })).toEqual([
      { field: 'Kế hoạch', before: 'không có', after: '5' },
    ]);
  });

  it('has the latest name of the object', () => {
    expect(subjectName({ before: { name: 'Sở A' }, after: { name: 'Sở B' } })).toBe('Sở B');
    expect(subjectName({ before: { question: 'Thế nào?' } })).toBe('Thế nào?');
    expect(subjectName({ before: { text: 'Cúp điện' } })).toBe('Cúp điện');
    expect(subjectName({ after: { value: 5 } })).toBeUndefined();
  });

  it('has the scope, metric and period of a target', () => {
    const target = { scope: 'site:a.vn', metric: 'visits', period: '2026', value: 5 };
    expect(subjectName({ after: target }, () => 'Sở A')).toBe('Sở A, lượt truy cập, 2026');
  });

  it('has words for roles, and no hashes', () => {
    const tokens = [{ name: 'Bảng', role: 'viewer', hash: '***', created: 1_795_918_159_000 }];
    const [found] = differences({ tokens: [] }, { tokens });
    expect(found?.field).toBe('Khóa API');
    expect(found?.after).toMatch(/^Tên: Bảng, Quyền: xem, Ngày tạo: \S+/);
    expect(found?.after).not.toContain('***');
  });

  it('has the name of the action, or its key if it is unknown', () => {
    expect(actionName('site.merge')).toBe('Sáp nhập trang');
    expect(actionName('moon.land')).toBe('moon.land');
  });
});
