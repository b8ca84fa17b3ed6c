import { define } from '../../app/element.js';
import '../../components/attainment/attainment.js';
import '../../components/data-table/data-table.js';
import '../../components/dialog/dialog.js';
import { TargetsView } from './targets.js';

define('sp-targets-view', TargetsView);
