import { plain } from '../../app/format.js';

/**
 * Makes an id from a name: Sở Nội vụ becomes so-noi-vu. A number is appended if the id is taken.
 */
export function slug(name: string, taken: readonly string[] = [], longest = 64): string {
  const short = plain(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest - 4)
    .replace(/^-+|-+$/g, '');
  const first = short || 'x';
  let id = first;
  for (let n = 2; taken.includes(id); n++) {
    id = `${first}-${String(n)}`;
  }
  return id;
}
