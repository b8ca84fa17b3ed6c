import { shared } from '../shared';
import type { Model } from './model';
import type { Poll } from './screen';
import { percentage } from './percentage';
import type { Messages } from './messages';

const { el, put, count } = shared;

/** Numbers of an option, beside its bar and in the table for screen readers. */
interface Row {
  figures: HTMLElement;
  bar: HTMLElement;
  cells: HTMLElement[];
}

/** Results of a poll: bars, and a table for screen readers. */
export interface Results {
  /** Creates a label with its bar, or without one if the results are not visible. */
  row: (label: HTMLElement) => HTMLElement;
  /** Finishes the table once every option has its row. */
  table: () => HTMLElement;
  /** Updates the numbers in place. */
  update: (poll: Poll, model: Model) => void;
}

export function resultsOf(poll: Poll, { ballot }: Model, messages: Messages): Results {
  const rows: Row[] = [];

  const row = (label: HTMLElement): HTMLElement => {
    const made = el('div', { class: 'o', part: 'option' }, label);
    if (poll.resultsVisible) {
      const bar = el('div', { part: 'bar-fill' });
      const figures = el('span', { class: 'f', part: 'figures', 'aria-hidden': 'true' });
      made.append(el('div', { class: 'w', part: 'bar', 'aria-hidden': 'true' }, bar), figures);
      rows.push({ figures, bar, cells: [el('td'), el('td')] });
    }
    return made;
  };

  const table = (): HTMLElement => {
    const hidden = el('div', { class: 's' });
    if (rows.length) {
      const head = [messages.option, messages.ballots, messages.share].map((text) =>
        el('th', { scope: 'col' }, text),
      );
      const body = rows.map(({ cells }, i) => {
        const { id, label } = poll.options[i] || { id: '', label: '' };
        const mine = ballot && ballot.choices.includes(id) ? ` (${messages.yours})` : '';
        return el('tr', {}, el('th', { scope: 'row' }, label + mine), ...cells);
      });
      hidden.append(
        el('table', {}, el('caption', {}, messages.results), el('tr', {}, ...head), ...body),
      );
    }
    return hidden;
  };

  const update = ({ options, participants = 0 }: Poll, { language }: Model): void => {
    rows.forEach(({ figures, bar, cells }, i) => {
      const { ballots = 0 } = options[i] || {};
      const texts = [count(ballots, language), percentage(ballots, participants, language)];
      put(figures, texts.join(' · '));
      bar.style.width = `${Math.min(100, (100 * ballots) / (participants || 1))}%`;
      cells.forEach((cell, j) => {
        put(cell, texts[j] || '');
      });
    });
  };

  return { row, table, update };
}
