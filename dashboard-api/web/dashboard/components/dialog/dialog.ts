import { define } from '../../app/element.js';
import { SpDialog } from './dialog.element.js';

define('sp-dialog', SpDialog);

declare global {
  interface HTMLElementTagNameMap {
    'sp-dialog': SpDialog;
  }
}
