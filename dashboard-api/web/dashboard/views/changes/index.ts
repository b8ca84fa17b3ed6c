import { define } from '../../app/element.js';
import { ChangesView } from './changes.js';

define('sp-changes-view', ChangesView);
