import { html, type TemplateResult } from 'lit';
import { icon } from '../../app/icons.js';
import type { Column, Row } from '../data-table/rows.js';

/** A button in a line of a table: a sign, and for those who do not see it what it does to which line. */
export interface RowAction {
  readonly sign: 'edit' | 'trash';
  readonly label: string;
  readonly title: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** The buttons of a line. */
export function rowActions(...actions: readonly RowAction[]): TemplateResult {
  return html`<div class="rowed">
    ${actions.map(
      ({ sign, label, title, disabled, onClick }) =>
        html`<button
          type="button"
          class="quiet"
          aria-label=${label}
          title=${title}
          ?disabled=${disabled}
          @click=${onClick}
        >
          ${icon(sign)}
        </button>`,
    )}
  </div>`;
}

/** The column of what can be done with a line: nothing sorts by it, and its label is read out only. */
export function actionColumn<R extends Row>(label: string, draw: (line: R) => unknown): Column<R> {
  return { id: 'do', label, kind: 'text', fixed: true, silent: true, draw };
}
