import { define } from './app/element.js';
import { restoreLanguage } from './app/language.js';
import { Shell } from './app/shell/shell.js';
import { restoreTheme } from './app/theme.js';
import './components/toast/toast.js';

restoreTheme();
restoreLanguage();
define('sp-app', Shell);
