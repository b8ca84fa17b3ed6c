import { define } from '../widget/widget';
import { openCounter, type Origin } from './counter';
import { FIGURES } from './messages';

/**
 * `<sitepulse-counter>`: live visitor counts of a site.
 *
 * Attributes: `site` (default: that of the script tag), `show` (default `online,today,total`, also
 * `yesterday`, `week`, `month`, `year`, in the given order), `metric` (`visits`, `views`,
 * `visitors`), `layout` (`list`, `inline`, `badge`), `lang` (`vi`, `en`, default: that of the
 * page), `theme` (`light`, `dark`, `auto`, default: the page's `color-scheme`), `label-online` …
 * `label-total` (replace the labels).
 *
 * Parts: `base`, `list`, `item`, `item-online` … `item-total`, `label`, `value`, `value-online` …
 * `value-total`, `stale` (note beside numbers that are not live).
 *
 * CSS properties: `--sitepulse-color`, `--sitepulse-background`, `--sitepulse-muted`,
 * `--sitepulse-border`, `--sitepulse-accent` and `--sitepulse-on-accent` (text and background of a
 * badge), `--sitepulse-radius`, `--sitepulse-padding`.
 *
 * Slots and events: none. The content of the element is shown only without scripts.
 */
export function defineCounter(origin: Origin): void {
  define('sitepulse-counter', [
    'site',
    'show',
    'metric',
    'layout',
    'lang',
    'theme',
    ...FIGURES.map((name) => 'label-' + name),
  ], (host) => openCounter(host, origin));
}

declare global {
  interface HTMLElementTagNameMap {
    'sitepulse-counter': HTMLElement;
  }
}
