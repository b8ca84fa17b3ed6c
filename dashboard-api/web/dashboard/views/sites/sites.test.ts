import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '../../components/testing.js';
import {
  deepFind,
  deepText,
  enter,
  need,
  send,
  serve,
  show,
  until,
} from '../../components/view/serving.js';

const PORTAL = 'cong-thong-tin-dien-tu-tinh.vn';
const has = (text: string) => (): boolean => deepText().includes(text);

describe('sites', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('are listed with their state', async () => {
    serve();
    await show('sites', has('đã sáp nhập vào Sở Công Thương'));
    expect(need('sp-data-table a').getAttribute('href')).toMatch('/dashboard/sites/');
  });

  it('are registered with an id and origins that can be', async () => {
    const sent = serve();
    await show('sites?new=1', has('Đăng ký trang mới'));
    enter('#name', 'Sở Ngoại vụ');
    enter('#id', 'Sở Ngoại vụ');
    send('form');
    await until(has('Chỉ gồm chữ thường'));
    enter('#id', 'songoaivu.gov.vn');
    enter('#origins', 'https://songoaivu.gov.vn/\nhttps://www.songoaivu.gov.vn');
    send('form');
    await until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]?.body).toMatchObject({
      id: 'songoaivu.gov.vn',
      origins: ['https://songoaivu.gov.vn', 'https://www.songoaivu.gov.vn'],
      zone: 'Asia/Ho_Chi_Minh',
      group: null,
      baseline: null,
    });
  });

  it('show code, baseline and who entered it', async () => {
    serve();
    await show(`sites/${PORTAL}`, has('Người nhập: Nguyễn Hoài An'));
    expect(deepText()).toContain(`data-site="${PORTAL}"`);
  });

  it('say what the server finds wrong, beside the field', async () => {
    serve();
    await show(`sites/${PORTAL}`, has('Khai báo'));
    enter('#name', 'Trùng');
    send('form');
    await until(() => {
      expect(need('#name-fault').textContent).toBe('is taken by another one');
    });
  });

  it('are only looked at by viewers', async () => {
    serve({ administrator: false });
    await show(`sites/${PORTAL}`, has('không được sửa'));
    expect((need('fieldset.form') as HTMLFieldSetElement).disabled).toBe(true);
    expect(deepFind('#group')).toBeUndefined();
    expect(deepText()).not.toContain('Sáp nhập một trang vào đây');
  });

  it('take over others, after seeing what changes', async () => {
    const sent = serve();
    await show('sites/so-cong-thuong.vn', has('Sáp nhập một trang vào đây'));
    need('sp-site-merger div > button').click();
    await until(() => need('#predecessor'));
    enter('#predecessor', 'so-noi-vu.vn');
    await until(has('mọi số liệu của Sở Công Thương gồm cả Sở Nội vụ'));
    enter('#from', '2026-12-01');
    send('sp-site-merger form');
    await until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toEqual({
      method: 'PUT',
      path: 'sites/so-cong-thuong.vn/predecessors/so-noi-vu.vn',
      body: { from: '2026-12-01' },
    });
  });

  it('are put into groups that administrators make', async () => {
    const sent = serve();
    await show('sites?tab=groups', has('Khối Y tế'));
    expect(await faults()).toEqual([]);
    need('.actions button').click();
    await until(() => need('#position'));
    enter('#name', 'Khối thi đua số 1');
    send('form');
    await until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toEqual({
      method: 'PUT',
      path: 'groups/khoi-thi-dua-so-1',
      body: { name: 'Khối thi đua số 1', position: 5 },
    });
  });
});
