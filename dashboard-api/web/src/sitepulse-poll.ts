import { openPoll } from './poll/poll';
import { shared } from './shared';

shared.fillPolls(openPoll);
