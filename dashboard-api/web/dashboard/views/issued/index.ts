import { define } from '../../app/element.js';
import '../../components/chart/chart.js';
import '../../components/data-table/data-table.js';
import { IssuedView } from './issued.js';

define('sp-issued-view', IssuedView);
