import { define } from '../../app/element.js';
import { SpToast } from './toast.element.js';

define('sp-toast', SpToast);

declare global {
  interface HTMLElementTagNameMap {
    'sp-toast': SpToast;
  }
}
