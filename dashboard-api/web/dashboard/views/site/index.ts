import { define } from '../../app/element.js';
import { TimeSeriesPanel } from './panels/time-series.js';
import { DayPagesPanel } from './panels/day-pages.js';
import { WeekHeatMapPanel } from './panels/week-heat-map.js';
import { LedgerPanel } from './panels/ledger.js';
import { RefusedPanel } from './panels/refused.js';
import { SiteView } from './site.js';
import './panels/breakdown.define.js';

define('sp-site-course', TimeSeriesPanel);
define('sp-site-hours', WeekHeatMapPanel);
define('sp-day-pages', DayPagesPanel);
define('sp-ledger', LedgerPanel);
define('sp-refused', RefusedPanel);
define('sp-site-view', SiteView);
