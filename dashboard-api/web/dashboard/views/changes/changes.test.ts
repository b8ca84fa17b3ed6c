import { describe, expect, it } from 'vitest';
import { deepText, has, need, serve, show, until } from '../../components/view/serving.js';
import { actionName, differences } from './difference.js';

describe('the change log', () => {
  it('says who did what, and offers more', async () => {
    serve();
    await show('changes', has('Sửa bình chọn'));
    const count = (): number => deepText().split('Tạo chỉ tiêu').length;
    const before = count();
    need('.panel > button').click();
    await until(() => {
      expect(count()).toBeGreaterThan(before);
    });
  });

  it('is filtered by the address', async () => {
    serve();
    await show('changes?subject=chi', has('Tạo tài khoản'));
    expect(deepText()).not.toContain('Sửa bình chọn');
  });

  it('says when nothing matches', async () => {
    serve({ managed: 'empty' });
    await show('changes', has('Không có thay đổi nào khớp.'));
  });
});

describe('a difference', () => {
  it('is told by field, in words', () => {
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

  it('counts nothing as no fields', () => {
    expect(differences(undefined, { value: 5 })).toEqual([
      { field: 'Kế hoạch', before: 'không có', after: '5' },
    ]);
  });

  it('has a name for what was done, or says it as it is', () => {
    expect(actionName('site.merge')).toBe('Sáp nhập trang');
    expect(actionName('moon.land')).toBe('moon.land');
  });
});
