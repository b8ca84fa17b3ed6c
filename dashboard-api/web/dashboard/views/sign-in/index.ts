import { define } from '../../app/element.js';
import { SignInView } from './sign-in.js';

define('sp-sign-in-view', SignInView);
