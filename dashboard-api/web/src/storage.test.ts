import { beforeEach, describe, expect, it, vi } from 'vitest';

async function fresh(): Promise<typeof import('./storage')> {
  vi.resetModules();
  return import('./storage');
}

describe('storage', () => {
  beforeEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it('keeps texts in local storage', async () => {
    const { read, write, erase, keys } = await fresh();
    write('sitepulse.a', '1');
    localStorage.setItem('other', '2');
    expect(localStorage.getItem('sitepulse.a')).toBe('1');
    expect(keys('sitepulse.')).toEqual(['sitepulse.a']);
    erase('sitepulse.a');
    expect(read('sitepulse.a')).toBe('');
  });

  it('keeps texts in memory if storage is forbidden', async () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('SecurityError');
    });
    const { read, write, keys } = await fresh();
    write('sitepulse.a', '1');
    expect(read('sitepulse.a')).toBe('1');
    expect(keys('sitepulse.')).toEqual(['sitepulse.a']);
    vi.restoreAllMocks();
  });

  it('continues in memory if storage is full', async () => {
    const full = new Proxy<Record<string, string>>(
      { 'sitepulse.old': '0' },
      {
        set() {
          throw new DOMException('QuotaExceededError');
        },
      },
    );
    vi.spyOn(window, 'localStorage', 'get').mockReturnValue(full as unknown as Storage);
    const { keys, write } = await fresh();
    write('sitepulse.a', '1');
    expect(keys('sitepulse.').sort()).toEqual(['sitepulse.a', 'sitepulse.old']);
    vi.restoreAllMocks();
  });
});
