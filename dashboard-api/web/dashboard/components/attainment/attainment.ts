import { define } from '../../app/element.js';
import { SpAttainment } from './attainment.element.js';

define('sp-attainment', SpAttainment);

declare global {
  interface HTMLElementTagNameMap {
    'sp-attainment': SpAttainment;
  }
}
