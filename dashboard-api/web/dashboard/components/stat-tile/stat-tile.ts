import { define } from '../../app/element.js';
import { SpStatTile } from './stat-tile.element.js';

define('sp-stat-tile', SpStatTile);

declare global {
  interface HTMLElementTagNameMap {
    'sp-stat-tile': SpStatTile;
  }
}
