import { describe, expect, it } from 'vitest';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

/** Buttons that end one session. */
function endButtons(): HTMLButtonElement[] {
  const table = stage.need('sp-data-table').shadowRoot;
  return [...(table?.querySelectorAll<HTMLButtonElement>('.rowed button') ?? [])];
}

function others(): HTMLButtonElement {
  const view = stage.need('sp-sessions-view').shadowRoot;
  const buttons = [...(view?.querySelectorAll('button') ?? [])];
  const found = buttons.find((button) => button.textContent.includes('Đăng xuất các phiên khác'));
  if (!found) {
    throw new Error('no button to sign out the others');
  }
  return found;
}

describe('sessions', () => {
  it('are listed in words, and this one cannot be ended by mistake', async () => {
    await stage.open('sessions', 'Firefox trên Windows');
    await stage.until(stage.has('phiên này'));
    await stage.until(stage.has('Không rõ'));
    expect(endButtons()).toHaveLength(2);
    expect(await faults()).toEqual([]);
  });

  it('are signed out one by one', async () => {
    const sent = await stage.open('sessions', 'Firefox trên Windows');
    endButtons()[0]?.click();
    await stage.until(() => stage.need('sp-dialog[open]'));
    stage.need('sp-dialog[open] button.danger').click();
    await stage.until(() => {
      expect(endButtons()).toHaveLength(1);
    });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE sessions/s2']);
  });

  it('are signed out all but this one', async () => {
    const sent = await stage.open('sessions', 'Firefox trên Windows');
    others().click();
    await stage.until(() => stage.need('sp-dialog[open]'));
    stage.need('sp-dialog[open] button.danger').click();
    await stage.until(() => {
      expect(endButtons()).toHaveLength(0);
    });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE sessions?keep=current',
    ]);
    await stage.until(stage.has('phiên này'));
  });
});
