import { open } from './live/live';
import { join } from './live/shared-connection';
import { guarded } from './builtins';
import { fillPolls } from './poll/lazy-poll';
import { read, write } from './storage';
import { box, COMMON, dress } from './widget/base';
import { el, put } from './widget/dom';
import { clock, count, languageOf } from './widget/language';

/**
 * Parts of the first script that the second one uses, so that visitors load them once and their
 * state exists once. The build of `sitepulse-poll.js` leaves this module out and reads it from the
 * window, where `sitepulse.js` puts it.
 */
export const shared = {
  join,
  open,
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
