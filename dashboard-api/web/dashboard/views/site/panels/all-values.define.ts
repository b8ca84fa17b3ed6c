import { define } from '../../../app/element.js';
import { AllValuesPart } from './all-values.js';

define('sp-all-values', AllValuesPart);
