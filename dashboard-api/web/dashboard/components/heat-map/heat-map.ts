import { define } from '../../app/element.js';
import { SpHeatMap } from './heat-map.element.js';

define('sp-heat-map', SpHeatMap);

declare global {
  interface HTMLElementTagNameMap {
    'sp-heat-map': SpHeatMap;
  }
}
