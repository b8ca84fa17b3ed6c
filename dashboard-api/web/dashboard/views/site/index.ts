import { define } from '../../app/element.js';
import { CoursePart } from './panels/time-series.js';
import { DayPagesPart } from './panels/day-pages.js';
import { HoursPart } from './panels/week-heat-map.js';
import { LedgerPart } from './panels/ledger.js';
import { SiteView } from './site.js';
import './panels/breakdown.define.js';

define('sp-site-course', CoursePart);
define('sp-site-hours', HoursPart);
define('sp-day-pages', DayPagesPart);
define('sp-ledger', LedgerPart);
define('sp-site-view', SiteView);
