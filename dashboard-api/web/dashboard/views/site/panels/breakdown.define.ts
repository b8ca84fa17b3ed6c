import { define } from '../../../app/element.js';
import { BreakdownPanel } from './breakdown.js';

define('sp-breakdown', BreakdownPanel);
