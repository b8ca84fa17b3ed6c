import { define } from '../../../app/element.js';
import { BreakdownPart } from './breakdown.js';

define('sp-breakdown', BreakdownPart);
