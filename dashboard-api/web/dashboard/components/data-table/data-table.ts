import { define } from '../../app/element.js';
import { SpDataTable } from './data-table.element.js';

define('sp-data-table', SpDataTable);

declare global {
  interface HTMLElementTagNameMap {
    'sp-data-table': SpDataTable;
  }
}
