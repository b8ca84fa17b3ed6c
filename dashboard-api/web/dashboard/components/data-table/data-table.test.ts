import { html } from 'lit';
import { beforeEach, describe, expect, it } from 'vitest';
import { all, faults, find, mount, next } from '../testing.js';
import type { SpDataTable } from './data-table.element.js';
import './data-table.js';

const COLUMNS = [
  { id: 'name', label: 'Đơn vị', kind: 'text' },
  { id: 'visits', label: 'Lượt truy cập', kind: 'count' },
  { id: 'change', label: 'So cùng kỳ', kind: 'change' },
] as const;
const ROWS = [
  { key: 'a', values: { name: 'Sở Y tế', visits: 300, change: 0.1 } },
  { key: 'b', values: { name: 'Ban Dân tộc', visits: 12000, change: null } },
  { key: 'c', values: { name: 'Đài Phát thanh', visits: 40, change: -0.2 }, href: '/dashboard/site/c' },
]; // prettier-ignore

describe('sp-data-table', () => {
  let table: SpDataTable;

  beforeEach(async () => {
    table = await mount(html`<sp-data-table heading="Các trang" searchable choosable csv="/x?format=csv" xlsx="/x?format=xlsx"
      .columns=${COLUMNS} .rows=${ROWS}></sp-data-table>`); // prettier-ignore
  });

  const column = (n: number): string[] =>
    all(table, `tbody td:nth-child(${String(n)})`).map((cell) => cell.textContent.trim());

  async function sort(n: number): Promise<void> {
    find(table, `thead th:nth-child(${String(n)}) button`).click();
    await table.updateComplete;
  }

  async function search(text: string): Promise<void> {
    const field = find(table, 'input[type=search]') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await table.updateComplete;
  }

  it('labels itself, its search and its buttons', async () => {
    expect(await faults()).toEqual([]);
  });

  it('formats values by their kind', () => {
    expect(column(2)).toEqual(['300', '12.000', '40']);
    expect(column(3)).toEqual(['+10,0%', '–', '-20,0%']);
  });

  it('sorts figures descending, then ascending, and marks the order', async () => {
    await sort(2);
    expect(column(2)).toEqual(['12.000', '300', '40']);
    expect(find(table, 'thead th:nth-child(2)').getAttribute('aria-sort')).toBe('descending');
    await sort(2);
    expect(column(2)).toEqual(['40', '300', '12.000']);
  });

  it('sorts names in Vietnamese order, and rows without a value last', async () => {
    await sort(1);
    expect(column(1)).toEqual(['Ban Dân tộc', 'Đài Phát thanh', 'Sở Y tế']);
    await sort(3);
    expect(column(3).at(-1)).toBe('–');
  });

  it('finds names without diacritics', async () => {
    await search('dai phat');
    expect(column(1)).toEqual(['Đài Phát thanh']);
    await search('không có');
    expect(find(table, '.none').textContent).toContain('Không có dòng nào');
  });

  it('dispatches the chosen row, and follows the link of a row with an address', async () => {
    const told = next<{ key: string }>(table, 'sp-row');
    find(table, 'tbody tr:first-child button').click();
    expect((await told).key).toBe('a');
    expect(find(table, 'tbody tr:last-child a').getAttribute('href')).toBe('/dashboard/site/c');
  });

  it('splits long tables into pages', async () => {
    table.limit = 2;
    await table.updateComplete;
    expect(column(1)).toHaveLength(2);
    expect(find(table, '.foot [role=status]').textContent).toBe('1–2 trong 3');
    find(table, '.foot button:last-child').click();
    await table.updateComplete;
    expect(column(1)).toEqual(['Đài Phát thanh']);
  });

  it('dispatches a query if the owner has the rows', async () => {
    table.total = 90;
    await table.updateComplete;
    const told = next(table, 'sp-query');
    find(table, 'thead th:nth-child(2) button').click();
    expect(await told).toEqual({
      order: { column: 'visits', descending: true },
      search: '',
      offset: 0,
      limit: 50,
    });
  });

  it('offers its download', () => {
    expect(all(table, '.menu a').map((link) => link.getAttribute('href'))).toEqual([
      '/x?format=xlsx',
      '/x?format=csv',
    ]);
  });
});
