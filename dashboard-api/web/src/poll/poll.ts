import type { Live, State } from '../live/live';
import { cancel, later, now, random, uuid } from '../builtins';
import { shared } from '../shared';
import type { Content } from '../widget/widget';
import {
  keepUnanswered,
  onRemembered,
  remember,
  remembered,
  unanswered,
  type Sent,
} from './ballots';
import type { Model } from './model';
import { screenOf, nextPhaseChange, type Ballot, type Poll } from './screen';
import type { PollScript } from './lazy-poll';
import { STYLES } from './styles';
import { viewOf } from './view';
import { vote } from './vote';
import { say, MESSAGES } from './messages';

const { box, dress, guarded, join, languageOf } = shared;

/** Longest delay of a browser timer, in milliseconds. */
const LONGEST_TIMER = 2_147_000_000;

/** Fills a `<sitepulse-poll>`. */
export function openPoll(host: HTMLElement, { host: origin, nonce }: PollScript): Content {
  const base = box(host, STYLES, nonce);
  const model: Model = {
    ...NOTHING,
    screen: 'loading',
    language: 'vi',
    now: 0,
    headingLevel: 2,
  };
  let id: string | undefined;
  let url = '';
  let live: Live | undefined;
  let turn: number | undefined;
  /** The vote without an answer. Sending the same choices again is the same vote. */
  let sent: Sent;

  const show = (): void => {
    model.language = languageOf(host);
    model.screen = screenOf(model);
    model.now = now();
    model.ticked = view.ticked() || (model.ballot ? model.ballot.choices : []);
    const level = Number(host.getAttribute('heading-level'));
    model.headingLevel = level > 0 && level < 7 ? Math.floor(level) : 2;
    dress(host, base, model.language, model.screen);
    view.draw(model);
  };

  const hear = guarded((state: State, poll?: Poll) => {
    model.state = state;
    if (poll) {
      model.poll = poll;
    }
    if (poll && state === 'fresh') {
      model.heardAt = now();
      const wait = nextPhaseChange(poll) - now();
      cancel(turn);
      if (wait > 0 && wait < LONGEST_TIMER) {
        turn = later(retry, wait + 500 + random() * 2000);
      }
    }
    show();
  });

  const close = (): void => {
    cancel(turn);
    if (live) {
      live.close();
    }
  };

  /** Shows the vote of this browser, also one that was cast in another element or window. */
  const agree = guarded(() => {
    const ballot = remembered(id || '');
    const before = model.ballot && model.ballot.choices;
    if (ballot && !model.sending && String(ballot.choices) !== String(before)) {
      Object.assign(model, { ballot, changing: false, fault: '' });
      read();
      show();
    }
  });

  const retry = (): void => {
    if (live) {
      live.retry();
    }
  };

  /** Follows the poll. Sends the receipt of the vote if it makes more visible. */
  const read = (): void => {
    const receipt = model.ballot && model.ballot.receipt;
    close();
    live = join(url + (receipt ? '?receipt=' + receipt : ''), 'poll', hear);
  };

  const take = (ballot: Ballot): void => {
    model.changing = false;
    remember(id || '', ballot);
    show();
    view.focus(false);
  };

  const send = async (choices: string[]): Promise<void> => {
    const messages = MESSAGES[model.language];
    if (sent.choices !== choices.join()) {
      sent = { choices: choices.join(), id: uuid() };
    }
    const voted = id || '';
    keepUnanswered(voted, sent);
    Object.assign(model, { sending: true, fault: '' });
    show();
    const { taken, receipt, refusal, status } = await vote(url + '/votes', sent.id, choices);
    if (voted !== id) {
      return;
    }
    Object.assign(model, { sending: false, justVoted: taken });
    if (taken) {
      sent = { id: '' };
      keepUnanswered(voted);
      const shows = receipt && model.poll && model.poll.visibility === 'after-voting';
      take({ choices, ...(shows ? { receipt } : {}) });
      return;
    }
    if (refusal === 'alreadyVoted') {
      take({ choices: [] });
    } else if (refusal === 'closedNow' || refusal === 'notOpen') {
      retry();
    }
    model.fault = refusal ? messages[refusal] : say(messages.refused, status);
    show();
  };

  const maxChoices = (): number => (model.poll && model.poll.maxChoices) || 1;

  const check = (): void => {
    const choices = view.ticked() || [];
    if (model.sending) {
      return;
    }
    if (choices.length && choices.length <= maxChoices()) {
      send(choices).catch(guarded(show));
    } else {
      const messages = MESSAGES[model.language];
      model.fault = choices.length ? say(messages.tooMany, maxChoices()) : messages.none;
      show();
      view.focus(true);
    }
  };

  const turnTo = (form: boolean) => (): void => {
    Object.assign(model, { changing: form, justVoted: false, fault: '' });
    show();
    view.focus(form);
  };

  const view = viewOf(base, {
    vote: guarded(check),
    choose: guarded((over: boolean) => {
      model.fault = over ? say(MESSAGES[model.language].tooMany, maxChoices()) : '';
      show();
    }),
    change: guarded(turnTo(true)),
    keep: guarded(turnTo(false)),
    retry: guarded(retry),
  });

  const update = (): void => {
    const wanted = host.getAttribute('poll') || '';
    if (wanted !== id) {
      id = wanted;
      url = `${origin}/api/polls/${encodeURIComponent(id)}`;
      sent = unanswered(id);
      Object.assign(model, NOTHING, { ballot: remembered(id) });
      read();
    }
    show();
  };
  update();
  const off = onRemembered(agree);

  return {
    update,
    close() {
      off();
      close();
    },
  };
}

/** State of a poll before the first answer. */
const NOTHING = {
  state: undefined,
  poll: undefined,
  ballot: undefined,
  changing: false,
  justVoted: false,
  sending: false,
  fault: '',
  ticked: [],
  heardAt: 0,
};
