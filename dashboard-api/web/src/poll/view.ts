import { stringify } from '../builtins';
import { shared } from '../shared';
import type { Actions, Model } from './model';
import { resultsOf, type Results } from './results';
import { nextPhaseChange, hiddenReason, type Poll } from './screen';
import { say, MESSAGES } from './messages';

const { el, put, count, clock } = shared;

/** Creates the view of a poll. */
export interface View {
  draw: (model: Model) => void;
  /** Ids of the ticked options, undefined without a form. */
  ticked: () => string[] | undefined;
  /** Focuses the ticked option, or the first one, or the heading if there is no form. */
  focus: (onForm: boolean) => void;
}

/**
 * Numbers are updated in place. Other parts are rebuilt only if they differ, so that a choice in
 * progress is kept.
 */
export function viewOf(base: HTMLElement, actions: Actions): View {
  const people = el('p', { class: 'f', part: 'participants' });
  const stale = el('span', { part: 'stale' });
  const chosen = el('span');
  const fault = el('p', { class: 'e', part: 'error', role: 'alert' });
  let submit = el('button');
  /** Element that gets the focus when the focused one is removed. */
  let heading: HTMLElement | undefined;
  let results: Results | undefined;
  let drawn = '';

  const button = (text: string, act: () => void): HTMLElement => {
    const made = el('button', { type: 'button', class: 'z', part: 'button' }, text);
    made.onclick = act;
    return made;
  };

  const inputs = (): HTMLInputElement[] => [...base.querySelectorAll('input')];

  const focus = (onForm: boolean): void => {
    const all = inputs();
    const target = (onForm && (all.find(({ checked }) => checked) || all[0])) || heading;
    if (target) {
      target.focus();
    }
  };

  const form = (poll: Poll, { language, ticked, ballot }: Model, row: Results['row']): Node => {
    const messages = MESSAGES[language];
    const several = poll.maxChoices > 1;
    heading = el('legend', { part: 'question', tabindex: '-1' }, poll.question);
    const fields = el('fieldset', {}, heading);
    if (several) {
      fields.append(
        el('p', { class: 'f', part: 'hint' }, say(messages.upTo, poll.maxChoices), ' ', chosen),
      );
    }
    for (const { id, label } of poll.options) {
      const type = several ? 'checkbox' : 'radio';
      const input = el('input', { type, name: 'choice', value: id, part: 'input' });
      input.checked = ticked.includes(id);
      fields.append(row(el('label', { part: 'label' }, input, el('span', {}, label))));
    }
    submit = el('button', { part: 'button' });
    const buttons = buttonRow(submit);
    if (ballot) {
      buttons.append(button(messages.keep, actions.keep));
    }
    const made = el('form', { novalidate: '', part: 'form' }, fields, fault, buttons);
    made.onchange = ({ target }) => {
      const input = target as HTMLInputElement;
      const over = several && inputs().filter(({ checked }) => checked).length > poll.maxChoices;
      if (over) {
        input.checked = false;
        // The end of a long list may be out of sight.
        (input.parentElement as HTMLElement).after(fault);
      }
      actions.choose(over);
    };
    made.onsubmit = (event) => {
      event.preventDefault();
      fields.after(fault);
      actions.vote();
    };
    return made;
  };

  /** Draws the poll for visitors who cannot vote now. */
  const standing = (poll: Poll, model: Model, row: Results['row']): Node => {
    const { screen, language, ballot } = model;
    const messages = MESSAGES[language];
    const opens = when(nextPhaseChange(poll), model);
    const text = screen === 'voted' && model.justVoted ? messages.thanks : messages[screen];
    heading = el(
      `h${model.headingLevel}` as 'h2',
      { class: 'q', part: 'question', tabindex: '-1' },
      poll.question,
    );
    heading.setAttribute('aria-describedby', 'status');
    const message = el('p', { id: 'status', part: 'message', role: 'status' }, say(text, opens));
    const made = el('div', {}, heading, message);
    for (const { id, label } of poll.options) {
      const mine = ballot && ballot.choices.includes(id);
      if (poll.resultsVisible || mine || screen === 'scheduled') {
        const shown = row(
          el('span', { part: 'label', class: mine ? 'y' : '' }, (mine ? '✓ ' : '') + label),
        );
        shown.ariaHidden = String(poll.resultsVisible);
        made.append(shown);
      }
    }
    if (screen === 'voted' && poll.changeable) {
      made.append(buttonRow(button(messages.change, actions.change)));
    }
    made.append(fault);
    return made;
  };

  const build = (model: Model): void => {
    const { screen, poll, language } = model;
    const messages = MESSAGES[language];
    const focused = (base.getRootNode() as ShadowRoot).activeElement;
    results = undefined;
    if (screen === 'form' || (poll && screen !== 'unknown')) {
      if (poll) {
        results = resultsOf(poll, model, messages);
        const main = (screen === 'form' ? form : standing)(poll, model, results.row);
        base.replaceChildren(main, results.table(), people, notes(poll, model, stale));
      }
    } else {
      heading = el('p', { part: 'message', role: 'status', tabindex: '-1' }, messages[screen]);
      base.replaceChildren(heading);
      if (screen === 'failed') {
        base.append(buttonRow(button(messages.retry, actions.retry)));
      }
    }
    if (focused) {
      focus(false);
    }
  };

  const draw = (model: Model): void => {
    const { screen, language, poll, ballot, headingLevel, sending, state } = model;
    const messages = MESSAGES[language];
    // Of texts only: some pages change what JSON writes for arrays.
    const key = stringify({
      ...poll,
      options: String(poll && poll.options.map(({ id, label }) => id + label)),
      participants: String([screen, language, headingLevel, ballot && ballot.choices]),
    });
    if (key !== drawn) {
      drawn = key;
      build(model);
    }
    put(fault, model.fault);
    put(chosen, poll ? say(messages.chosen, `${(ticked() || []).length}/${poll.maxChoices}`) : '');
    put(submit, sending ? messages.sending : messages.form);
    submit.setAttribute('aria-disabled', String(sending));
    if (poll && results) {
      const { participants = -1 } = poll;
      const text = participants === 1 ? messages.person : messages.people;
      put(people, participants < 0 ? '' : say(text, count(participants, language)));
      results.update(poll, model);
      put(stale, '· ' + say(messages.asOf, when(model.heardAt, model)));
      stale.style.visibility = state === 'stale' ? '' : 'hidden';
    }
  };

  const ticked = (): string[] | undefined => {
    const all = inputs();
    return all.length ? all.filter(({ checked }) => checked).map(({ value }) => value) : undefined;
  };

  return { draw, ticked, focus };
}

/** Draws the lines below the results. */
function notes(poll: Poll, model: Model, stale: HTMLElement): Node {
  const { screen } = model;
  const messages = MESSAGES[model.language];
  const why = hiddenReason(poll, screen);
  const { note } = poll;
  const ends = poll.phase === 'open' && nextPhaseChange(poll);
  const closes = ends ? say(messages.closes, when(ends, model)) : '';
  return el(
    'div',
    { class: 'f' },
    el('p', { part: 'note' }, `${why ? messages[why] : ''} ${closes}`),
    el('p', { part: 'correction' }, note ? note[model.language] : ''),
    // Its space is reserved, so that nothing moves when the connection is lost.
    el('p', { part: 'assurance' }, messages.assurance, ' ', stale),
  );
}

/** Formats a time: "08:00", or "08:00 ngày 5/1/2099" on another day. */
function when(at: number, { language, now }: Model): string {
  const text = clock(new Date(at), language, new Date(now));
  return language === 'vi' ? text.replace(' ', ' ngày ') : text;
}

function buttonRow(button: HTMLElement): HTMLElement {
  return el('div', { class: 'k', part: 'buttons' }, button);
}
