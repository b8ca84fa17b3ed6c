import { define } from '../../app/element.js';
import { OverviewView } from './overview.js';

define('sp-overview-view', OverviewView);
