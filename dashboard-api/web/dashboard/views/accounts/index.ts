import { define } from '../../app/element.js';
import '../../components/copy/copy.js';
import '../../components/data-table/data-table.js';
import '../../components/dialog/dialog.js';
import { AccountsView } from './accounts.js';

define('sp-accounts-view', AccountsView);
