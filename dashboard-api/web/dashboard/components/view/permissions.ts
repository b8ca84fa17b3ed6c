import { isAdministrator, session } from '../../app/session.js';
import type { Role } from '../../../api/schema.js';

/**
 * Returns true if the caller may change an object: its role is editor and the session allows
 * changes.
 */
export function mayEdit(entry: { readonly role: Role }): boolean {
  return entry.role === 'editor' && session()?.edits !== false;
}

/** Returns true if the caller is an administrator and may change anything. */
export function mayAdminister(): boolean {
  return isAdministrator() && session()?.edits !== false;
}
