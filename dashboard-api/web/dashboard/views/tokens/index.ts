import { define } from '../../app/element.js';
import '../../components/copy/copy.js';
import '../../components/data-table/data-table.js';
import '../../components/dialog/dialog.js';
import { TokensView } from './tokens.js';

define('sp-tokens-view', TokensView);
