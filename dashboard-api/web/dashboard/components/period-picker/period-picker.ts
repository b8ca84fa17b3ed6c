import { define } from '../../app/element.js';
import { SpPeriodPicker } from './period-picker.element.js';

define('sp-period-picker', SpPeriodPicker);

declare global {
  interface HTMLElementTagNameMap {
    'sp-period-picker': SpPeriodPicker;
  }
}
