import { html, type TemplateResult } from 'lit';
import type { Grant, Role } from '../../../api/schema.js';
import { icon } from '../../app/icons.js';
import { options } from '../../components/field/field.js';
import { scopeChoices, scopeName, type VisibleScopes } from '../../components/view/scopes.js';
import { messages } from './messages.js';

const ROLES: readonly Role[] = ['viewer', 'editor'];

/** Fields for the grants of an account: a scope and a role per row. */
export function grantFields(
  grants: readonly Grant[],
  scopes: VisibleScopes,
  fault: string | undefined,
  change: (grants: readonly Grant[]) => void,
): TemplateResult {
  const choices = scopeChoices(scopes);
  const free = choices.find(
    ({ value }) => value !== 'all' && !grants.some(({ scope }) => scope === value),
  );
  const put = (at: number, changes: Partial<Grant>): void => {
    change(grants.map((grant, index) => (index === at ? { ...grant, ...changes } : grant)));
  };
  return html`<fieldset>
    <legend>${messages().grants}</legend>
    ${grants.length === 0 ? html`<p class="muted small">${messages().grantNone}</p>` : ''}
    <ul class="grants">
      ${grants.map((grant, at) =>
        grantLine(
          grant,
          scopes,
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
      ${icon('plus')}${messages().addGrant}
    </button>
    ${fault ? html`<p class="fault">${fault}</p>` : ''}
  </fieldset>`;
}

function grantLine(
  grant: Grant,
  scopes: VisibleScopes,
  put: (changes: Partial<Grant>) => void,
  take: () => void,
): TemplateResult {
  const roles = ROLES.map((value) => ({ value, label: messages().roles[value] }));
  return html`<li>
    <select
      aria-label=${messages().scope}
      @change=${(event: Event) => {
        put({ scope: valueOf(event) });
      }}
    >
      ${options(scopeChoices(scopes), grant.scope)}
    </select>
    <select
      aria-label=${messages().role}
      @change=${(event: Event) => {
        put({ role: valueOf(event) as Role });
      }}
    >
      ${options(roles, grant.role)}
    </select>
    <button
      type="button"
      class="quiet"
      aria-label=${messages().removeGrant(scopeName(scopes, grant.scope))}
      @click=${take}
    >
      ${icon('trash')}
    </button>
  </li>`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}
