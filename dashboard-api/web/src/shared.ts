import { join } from './live/shared-connection';
import { guarded } from './builtins';
import { fillPolls } from './poll/lazy-poll';
import { read, write } from './storage';
import { box, COMMON, dress } from './widget/base';
import { el, put } from './widget/dom';
import { clock, count, languageOf } from './widget/language';

/**
 * What the second script has of the first, so that no visitor loads the large parts twice and what
 * has a state exists once. The build of
 * `sitepulse-poll.js` leaves this module out and takes it from the window, where `sitepulse.js` put it.
 */
export const shared = {
  join,
  guarded,
  read,
  write,
  box,
  COMMON,
  dress,
  el,
  put,
  clock,
  count,
  languageOf,
  fillPolls,
};
