import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { api } from '../../app/api/client.js';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

describe('state of sites', () => {
  it('tells which sites count and which were never heard of', async () => {
    await stage.open('state', 'Tình trạng các trang');
    await stage.until(stage.has('chưa nhận được tín hiệu nào'));
    expect(stage.text()).toContain('đang đếm');
    expect(stage.text()).toContain('im lặng');
    expect(stage.text()).toContain('chỉ có số liệu nhập vào –');
    expect(stage.text()).toContain('https://moi.gov.vn : 1.840');
    expect(await faults()).toEqual([]);
  });

  it('leads to the first site where there is none', async () => {
    const get = vi.spyOn(api, 'get').mockResolvedValue({
      asOf: 0,
      script: '1.0.0',
      sites: [],
      unknownSites: [],
      untrustedProxies: [],
    });
    onTestFinished(() => {
      get.mockRestore();
    });
    await stage.open('state', 'Chưa có trang thông tin nào.');
    expect(stage.need('.state a').getAttribute('href')).toBe('/dashboard/sites?new=1');
  });

  it('tells the script that the pages of a site run, and which are older', async () => {
    await stage.open('state', 'mã đếm 0.9.2 (bản cũ)');
    expect(stage.text()).toContain('Mã đếm của bản đang chạy: 1.0.0');
  });

  it('tells administrators unknown ids and proxies that are not trusted', async () => {
    await stage.open('state', 'Mã định danh chưa đăng ký');
    expect(stage.text()).toContain('so-y-te-go-sai');
    expect(stage.text()).toContain('Máy trung gian chưa được tin');
    expect(stage.text()).toContain('10.0.0.7');
  });

  it('tells a failure', async () => {
    await stage.open('state', 'Thử lại', { managed: 503 });
  });
});
