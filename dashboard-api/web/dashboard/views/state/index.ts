import { define } from '../../app/element.js';
import '../../components/data-table/data-table.js';
import { StateView } from './state.js';

define('sp-state-view', StateView);
