import type { CountersResponse, Metric } from '../../api/schema';
import { guarded, later, now } from '../builtins';
import type { Live, State } from '../live/live';
import { join } from '../live/shared-connection';
import { box, dress } from '../widget/base';
import { el, put } from '../widget/dom';
import { clock, count, languageOf, type Language } from '../widget/language';
import type { Content } from '../widget/widget';
import { STYLES } from './styles';
import { FIGURES, MESSAGES, type Figure } from './messages';

/** Shortest time between two announcements to a screen reader, in milliseconds. */
const ANNOUNCE_EVERY = 30_000;
/** Time an announcement stays in the page for screen readers, in milliseconds. */
const ANNOUNCED_FOR = 5000;

/** Numbers of a site. Any of them may be missing, and the page must not break then. */
export type Figures = { readonly [F in Figure]?: Partial<CountersResponse[F]> };

/** Source of the numbers. */
export interface Origin {
  host: string;
  /** Site of the script tag, for counters without a `site`. */
  site: string;
  nonce: string;
}

/** Returns the figures named by `show`, each once and in this order. */
export function chosen(show: string | null): Figure[] {
  const named = new Set((show || 'online,today,total').split(/[\s,]+/));
  return [...named].filter((name): name is Figure => FIGURES.includes(name as Figure));
}

/** Formats a figure, with a dash if it is unknown. */
export function figure(
  figures: Figures | undefined,
  name: Figure,
  metric: Metric,
  language: Language,
): string {
  const known = figures && figures[name];
  const n = typeof known === 'object' ? known[metric] : known;
  return typeof n === 'number' ? count(n, language) : '–';
}

/** Fills a `<sitepulse-counter>`. */
export function openCounter(host: HTMLElement, origin: Origin): Content {
  const base = box(host, STYLES, origin.nonce);
  const list = el('dl', { part: 'list' });
  const note = el('p', { class: 'n', part: 'stale' });
  const announcement = el('p', { class: 's', 'aria-live': 'polite' });
  base.append(list, note, announcement);
  let url: string | undefined;
  let live: Live | undefined;
  let figures: Figures | undefined;
  let state: State | undefined;
  let heardAt = 0;
  let drawn: string | undefined;
  let values: HTMLElement[] = [];
  let announced = '';
  let announceAt = now() + ANNOUNCE_EVERY;

  const show = (): void => {
    const language = languageOf(host);
    const messages = MESSAGES[language];
    const layout = host.getAttribute('layout') || '';
    const wish = host.getAttribute('metric');
    const metric = wish === 'views' || wish === 'visitors' ? wish : 'visits';
    const names = chosen(host.getAttribute('show'));
    const labels = names.map(
      (name) => host.getAttribute('label-' + name) || messages[name === 'total' ? metric : name],
    );
    dress(host, base, language, layout);
    const wanted = names.concat(labels as Figure[]).join();
    if (drawn !== wanted) {
      drawn = wanted;
      values = names.map((name) => el('dd', { part: 'value value-' + name }));
      list.replaceChildren(
        ...names.map((name, i) =>
          el(
            'div',
            { class: 'i ' + name, part: 'item item-' + name },
            el('dt', { part: 'label' }, labels[i] as string),
            ' ',
            values[i] as HTMLElement,
            ' ',
          ),
        ),
      );
    }
    values.forEach((value, i) => {
      put(value, figure(figures, names[i] as Figure, metric, language));
    });
    const asOf = `${messages.asOf} ${clock(new Date(heardAt), language, new Date())}`;
    const lost = state !== 'fresh' && state;
    put(note, lost && !figures ? messages[lost] : asOf);
    note.style.visibility = lost ? 'visible' : 'hidden';
  };

  const announce = (): void => {
    const text = list.textContent || '';
    if (now() >= announceAt && text !== announced) {
      announceAt = now() + ANNOUNCE_EVERY;
      put(announcement, text);
      later(() => {
        put(announcement, '');
      }, ANNOUNCED_FOR);
    }
    announced = text;
  };

  const hear = guarded((next: State, value?: Figures) => {
    figures = value;
    state = next;
    if (next === 'fresh') {
      heardAt = now();
    }
    show();
    announce();
  });

  const close = (): void => {
    if (live) {
      live.close();
    }
  };

  const update = (): void => {
    const site = host.getAttribute('site') || origin.site;
    const wanted = `${origin.host}/api/sites/${encodeURIComponent(site)}/counters`;
    if (wanted !== url) {
      url = wanted;
      close();
      figures = state = undefined;
      live = join(wanted, 'counters', hear);
    }
    show();
  };
  update();

  return { update, close };
}
