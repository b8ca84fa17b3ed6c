import { define } from '../../app/element.js';
import { SpSparkLine } from './spark-line.element.js';

define('sp-spark-line', SpSparkLine);

declare global {
  interface HTMLElementTagNameMap {
    'sp-spark-line': SpSparkLine;
  }
}
