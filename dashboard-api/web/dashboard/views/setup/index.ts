import { define } from '../../app/element.js';
import { SetupView } from './setup.js';

define('sp-setup-view', SetupView);
