import { define } from '../../app/element.js';
import { PasswordView } from './password.js';

define('sp-password-view', PasswordView);
