import { html, type TemplateResult } from 'lit';
import { icon } from '../../app/icons.js';
import type { Column, Row } from '../data-table/rows.js';

/** A button in a table row: an icon with a label for screen readers that names the row. */
export interface RowAction {
  readonly sign: 'edit' | 'trash';
  readonly label: string;
  readonly title: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** Draws the buttons of a row. */
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

/** Column of the row buttons. It is not sortable, and its label is only for screen readers. */
export function actionColumn<R extends Row>(label: string, draw: (line: R) => unknown): Column<R> {
  return { id: 'do', label, kind: 'text', fixed: true, silent: true, draw };
}
