import { html, type TemplateResult } from 'lit';
import type { Grant, Role } from '../../../api/schema.js';
import { icon } from '../../app/icons.js';
import { options } from '../../components/field/field.js';
import { scopeChoices, scopeName, type World } from '../../components/view/scopes.js';
import { words } from './messages.js';

const ROLES: readonly Role[] = ['viewer', 'editor'];

/** What somebody may see and change: a scope and a role a line. */
export function grantFields(
  grants: readonly Grant[],
  world: World,
  fault: string | undefined,
  change: (grants: readonly Grant[]) => void,
): TemplateResult {
  const choices = scopeChoices(world);
  const free = choices.find(
    ({ value }) => value !== 'all' && !grants.some(({ scope }) => scope === value),
  );
  const put = (at: number, changes: Partial<Grant>): void => {
    change(grants.map((grant, index) => (index === at ? { ...grant, ...changes } : grant)));
  };
  return html`<fieldset>
    <legend>${words().grants}</legend>
    ${grants.length === 0 ? html`<p class="muted small">${words().grantNone}</p>` : ''}
    <ul class="grants">
      ${grants.map((grant, at) =>
        grantLine(
          grant,
          world,
          (changes) => {
            put(at, changes);
          },
          () => {
            change(grants.filter((_, index) => index !== at));
          },
        ),
      )}
    </ul>
    <button
      type="button"
      ?disabled=${!free}
      @click=${() => {
        change([...grants, { scope: free?.value ?? 'all', role: 'viewer' }]);
      }}
    >
      ${icon('plus')}${words().addGrant}
    </button>
    ${fault ? html`<p class="fault">${fault}</p>` : ''}
  </fieldset>`;
}

function grantLine(
  grant: Grant,
  world: World,
  put: (changes: Partial<Grant>) => void,
  take: () => void,
): TemplateResult {
  const roles = ROLES.map((value) => ({ value, label: words().roles[value] }));
  return html`<li>
    <select
      aria-label=${words().scope}
      @change=${(event: Event) => {
        put({ scope: valueOf(event) });
      }}
    >
      ${options(scopeChoices(world), grant.scope)}
    </select>
    <select
      aria-label=${words().role}
      @change=${(event: Event) => {
        put({ role: valueOf(event) as Role });
      }}
    >
      ${options(roles, grant.role)}
    </select>
    <button
      type="button"
      class="quiet"
      aria-label=${words().removeGrant(scopeName(world, grant.scope))}
      @click=${take}
    >
      ${icon('trash')}
    </button>
  </li>`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}
