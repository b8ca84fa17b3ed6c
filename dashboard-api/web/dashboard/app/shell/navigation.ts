import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../icons.js';
import { match, to, type Place } from '../router.js';
import { names, routes } from '../routes.js';
import { isAdministrator } from '../session.js';
import { messages } from './messages.js';

interface Item {
  readonly path: string;
  readonly name: keyof ReturnType<typeof names>;
  readonly icon: IconName;
}

const WATCH: readonly Item[] = [
  { path: '', name: 'overview', icon: 'overview' },
  { path: 'all', name: 'all', icon: 'chart' },
  { path: 'review', name: 'review', icon: 'review' },
  { path: 'issued', name: 'issued', icon: 'issued' },
  { path: 'targets', name: 'targets', icon: 'target' },
  { path: 'notes', name: 'notes', icon: 'note' },
  { path: 'polls', name: 'polls', icon: 'poll' },
  { path: 'state', name: 'state', icon: 'check' },
];
const MANAGE: readonly Item[] = [
  { path: 'sites', name: 'sites', icon: 'sites' },
  { path: 'accounts', name: 'accounts', icon: 'accounts' },
  { path: 'changes', name: 'changes', icon: 'changes' },
];
const HELP: readonly Item[] = [{ path: 'help', name: 'help', icon: 'info' }];

/** Views that the signed-in account may open. The current one is marked. */
export function navigation(place: Place | undefined): TemplateResult {
  return html`<nav aria-label=${messages().navigation}>
    ${section(messages().watch, WATCH, place)} ${section(messages().manage, MANAGE, place)}
    ${section(messages().support, HELP, place)}
  </nav>`;
}

function section(heading: string, items: readonly Item[], place: Place | undefined): unknown {
  const seen = items.filter(({ path }) => {
    const found = match(routes, to(path), '');
    return found && (!found.route.administrator || isAdministrator());
  });
  return seen.length === 0
    ? nothing
    : html`<h2>${heading}</h2>
        <ul>
          ${seen.map(
            (item) =>
              html`<li>
                <a href=${to(item.path)} aria-current=${isCurrent(item, place) ? 'page' : nothing}>
                  ${icon(item.icon)}<span>${names()[item.name]}</span>
                </a>
              </li>`,
          )}
        </ul>`;
}

function isCurrent({ path }: Item, place: Place | undefined): boolean {
  const [first = ''] = place?.route.path.split('/') ?? ['?'];
  return (
    first === path || (path === '' && (first === 'site' || first === 'group' || first === 'total'))
  );
}
