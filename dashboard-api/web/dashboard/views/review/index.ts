import { define } from '../../app/element.js';
import '../../components/chart/chart.js';
import '../../components/period-picker/period-picker.js';
import { ReviewView } from './review.js';

define('sp-review-view', ReviewView);
