import { define } from '../../app/element.js';
import '../../components/chart/chart.js';
import '../../components/copy/copy.js';
import '../../components/data-table/data-table.js';
import '../../components/dialog/dialog.js';
import { PollsView } from './polls.js';

define('sp-polls-view', PollsView);
