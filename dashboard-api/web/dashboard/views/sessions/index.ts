import { define } from '../../app/element.js';
import '../../components/data-table/data-table.js';
import '../../components/dialog/dialog.js';
import { SessionsView } from './sessions.js';

define('sp-sessions-view', SessionsView);
