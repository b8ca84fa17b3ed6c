import { define } from '../../app/element.js';
import '../../components/copy/copy.js';
import { SecondFactorView } from './second-factor.js';

define('sp-second-factor-view', SecondFactorView);
