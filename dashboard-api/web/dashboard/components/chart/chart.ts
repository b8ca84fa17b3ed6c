import { define } from '../../app/element.js';
import { SpChart } from './chart.element.js';

define('sp-chart', SpChart);

declare global {
  interface HTMLElementTagNameMap {
    'sp-chart': SpChart;
  }
}
