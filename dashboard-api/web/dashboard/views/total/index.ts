import { define } from '../../app/element.js';
import { TotalView } from './total.js';

define('sp-total-view', TotalView);
