import { shareConnections } from './live/share';
import { shared } from './shared';

shareConnections(shared.open, shared.join);
