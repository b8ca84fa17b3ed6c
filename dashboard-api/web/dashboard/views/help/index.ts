import { define } from '../../app/element.js';
import { HelpView } from './help.js';

define('sp-help-view', HelpView);
