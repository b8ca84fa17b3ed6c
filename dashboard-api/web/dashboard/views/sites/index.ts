import { define } from '../../app/element.js';
import '../../components/copy/copy.js';
import '../../components/data-table/data-table.js';
import '../../components/dialog/dialog.js';
import { SitesView } from './sites.js';

define('sp-sites-view', SitesView);
