import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mount, text } from '../../components/testing.js';
import type { SpView } from '../../components/view/view.js';
import { answer, drawn, placeOf } from '../test-stubs.js';
import './index.js';

async function show(role: 'viewer' | 'editor'): Promise<string> {
  const site = { id: 'a.vn', name: 'Sở Y tế', role, archived: false, origins: [], sample: false };
  answer({ polls: [], sites: [site], groups: [] });
  const view = await mount<SpView>(
    html`<sp-polls-view .place=${placeOf('polls')}></sp-polls-view>`,
  );
  await drawn(view);
  return text(view);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('no polls', () => {
  it('tell only those to make one who may', async () => {
    expect(await show('editor')).toContain('Tạo một bình chọn rồi chép mã nhúng vào trang.');
    const viewer = await show('viewer');
    expect(viewer).toContain('Chưa có bình chọn nào.');
    expect(viewer).not.toContain('Tạo');
  });
});
