import { isAdministrator, session } from '../../app/session.js';
import type { Role } from '../../../api/schema.js';

/** Whether who is signed in may change an entry: its role says so, and the session may change anything. */
export function mayEdit(entry: { readonly role: Role }): boolean {
  return entry.role === 'editor' && session()?.edits !== false;
}

/** Whether they may do what only administrators do. */
export function mayAdminister(): boolean {
  return isAdministrator() && session()?.edits !== false;
}
