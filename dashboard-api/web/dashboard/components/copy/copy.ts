import { define } from '../../app/element.js';
import { SpCopy } from './copy.element.js';

define('sp-copy', SpCopy);

declare global {
  interface HTMLElementTagNameMap {
    'sp-copy': SpCopy;
  }
}
