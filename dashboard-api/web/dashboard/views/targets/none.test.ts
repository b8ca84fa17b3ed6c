import { html } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { begin, end } from '../../app/session.js';
import { mount, text } from '../../components/testing.js';
import type { SpView } from '../../components/view/view.js';
import { answer, drawn, placeOf } from '../test-stubs.js';
import './index.js';

beforeEach(() => {
  begin({
    account: { id: 'lan', login: 'lan', name: 'Trần Thị Lan', administrator: true, grants: [] },
    csrf: 'x',
    edits: true,
    secondFactorMissing: false,
  });
});
afterEach(() => {
  end();
  vi.restoreAllMocks();
});

it('tells a new installation to register a site before it sets targets', async () => {
  answer({ targets: [], sites: [], groups: [] });
  const view = await mount<SpView>(
    html`<sp-targets-view .place=${placeOf('targets')}></sp-targets-view>`,
  );
  await drawn(view);
  expect(text(view)).toContain('Đăng ký trang thông tin đầu tiên');
  expect(text(view)).not.toContain('Người có quyền sửa');
});
