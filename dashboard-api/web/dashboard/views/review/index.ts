import { define } from '../../app/element.js';
import '../../components/chart/chart.js';
import '../../components/dialog/dialog.js';
import '../../components/period-picker/period-picker.js';
import { IssueButton } from './issue.js';
import { ReviewView } from './review.js';

define('sp-review-view', ReviewView);
define('sp-issue-review', IssueButton);
