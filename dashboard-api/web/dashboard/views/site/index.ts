import { define } from '../../app/element.js';
import { CoursePart } from './parts/course.js';
import { DayPagesPart } from './parts/day-pages.js';
import { HoursPart } from './parts/hours.js';
import { LedgerPart } from './parts/ledger.js';
import { SiteView } from './site.js';
import './parts/breakdown.define.js';

define('sp-site-course', CoursePart);
define('sp-site-hours', HoursPart);
define('sp-day-pages', DayPagesPart);
define('sp-ledger', LedgerPart);
define('sp-site-view', SiteView);
