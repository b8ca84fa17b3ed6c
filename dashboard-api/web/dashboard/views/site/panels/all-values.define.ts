import { define } from '../../../app/element.js';
import { AllValuesPanel } from './all-values.js';

define('sp-all-values', AllValuesPanel);
