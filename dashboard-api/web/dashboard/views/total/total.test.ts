import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PublicTotal } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

describe('public total', () => {
  it('shows baseline, days and their sum, and who corrected the baseline', async () => {
    await stage.open('total/so-noi-vu.vn', 'Số công khai đang hiển thị');
    expect(stage.text()).toContain('Khớp: số công khai bằng đúng số ban đầu cộng các ngày.');
    expect(stage.text()).toContain('676.540');
    expect(stage.text()).toContain('675.828');
    expect(stage.text()).toContain('67.582 lượt truy cập');
    expect(await faults()).toEqual([]);
  });

  it('has the clock of the site and names it', async () => {
    await stage.open('total/so-noi-vu.vn', 'Số công khai đang hiển thị');
    expect(stage.text()).not.toContain('Europe/Berlin');
    const total = await api.get<PublicTotal>('sites/so-noi-vu.vn/total');
    const get = vi.spyOn(api, 'get').mockResolvedValue({ ...total, zone: 'Europe/Berlin' });
    onTestFinished(() => {
      get.mockRestore();
    });
    stage.need('button.primary').click();
    await stage.until(() => stage.text().includes('06:00 21/11/2026 (Europe/Berlin)'));
    expect(stage.text()).toContain('04:00 01/07/2025 (Europe/Berlin)');
  });

  it('recounts on request', async () => {
    await stage.open('total/so-noi-vu.vn', 'Số công khai đang hiển thị');
    const asked = vi.spyOn(globalThis, 'fetch');
    stage.need('button.primary').click();
    await stage.until(() => asked.mock.calls.length === 1);
    expect(asked.mock.calls[0]?.[0]).toBe('/api/manage/sites/so-noi-vu.vn/total');
  });

  it('tells a site that does not exist', async () => {
    await stage.open('total/khong-co', 'Không có trang “khong-co”');
  });
});
