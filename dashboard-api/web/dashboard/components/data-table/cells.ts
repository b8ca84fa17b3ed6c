import { html, type TemplateResult } from 'lit';
import { direction } from '../../app/format.js';
import { cell } from '../format.js';
import type { Column, Row } from './rows.js';

/** Returns the alignment of a column: text and days left, figures right. */
export function side({ kind }: Column): string {
  return kind === 'text' || kind === 'day' ? '' : 'right';
}

/** Draws a cell. The first cell of a row links to its object. */
export function drawCell(
  row: Row,
  column: Column,
  first: boolean,
  choose: (() => void) | undefined,
): TemplateResult {
  const value = row.values[column.id];
  const content = column.draw ? column.draw(row) : cell(value, column.kind);
  const way =
    column.kind === 'change' && typeof value === 'number' ? `change ${direction(value)}` : '';
  // The role is explicit, because a cell in a card loses it for screen readers.
  return html`<td
    role="cell"
    class="${column.kind} ${side(column)} ${way} ${first ? 'first' : ''}"
    data-label=${column.silent ? '' : column.label}
  >
    <div class="value">${first ? lead(row, content, choose) : content}</div>
  </td>`;
}

function lead(row: Row, content: unknown, choose: (() => void) | undefined): unknown {
  if (row.href !== undefined) {
    return html`<a href=${row.href}>${content}</a>`;
  }
  return choose ? html`<button type="button" @click=${choose}>${content}</button>` : content;
}
