import { html, nothing, type TemplateResult } from 'lit';
import type { AccountResponse, Change } from '../../../api/schema.js';
import { time } from '../../app/format.js';
import { to } from '../../app/router.js';
import { scopeName, type VisibleScopes } from '../../components/view/scopes.js';
import { actionName, differences, subjectName } from './difference.js';
import { messages } from './messages.js';

/** Programs that are authors of changes. */
export const PROGRAMS = ['seed', 'setup', 'command'] as const;

/** Returns the name of the author. Programs have names in the reader's language. */
function authorOf({ by, byName }: Change): string {
  const program = PROGRAMS.find((name) => name === by);
  return program ? messages().program[program] : byName;
}

/** Draws a change with its author and the fields that differ. */
export function drawChange(
  change: Change,
  people: readonly AccountResponse[],
  scopes: VisibleScopes | undefined,
): TemplateResult {
  const name =
    people.find(({ id }) => id === change.subject)?.name ??
    subjectName(change, (scope) => scopeName(scopes, scope));
  const found = differences(change.before, change.after);
  return html`<li>
    <p class="what">
      <strong>${actionName(change.action)}</strong>
      ${name ?? nothing}
      <a
        class="mono"
        href=${to('changes', { subject: change.subject })}
        title=${messages().onlySubject(name ?? change.subject)}
        >${change.subject}</a
      >
    </p>
    <p class="muted small">
      ${authorOf(change)} ·
      <time datetime=${new Date(change.at).toISOString()}>${time(change.at)}</time>
    </p>
    ${
      found.length === 0
        ? nothing
        : html`<details>
            <summary>${messages().details} (${found.length})</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">${messages().field}</th>
                  <th scope="col">${messages().before}</th>
                  <th scope="col">${messages().after}</th>
                </tr>
              </thead>
              <tbody>
                ${found.map(
                  ({ field, before, after }) =>
                    html`<tr>
                      <th scope="row">${field}</th>
                      <td class="was">${before}</td>
                      <td class="is">${after}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </details>`
    }
  </li>`;
}
