import { define } from '../../app/element.js';
import { InvitationView } from './invitation.js';

define('sp-invitation-view', InvitationView);
