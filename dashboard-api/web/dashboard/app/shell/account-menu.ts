import { html, type TemplateResult } from 'lit';
import { icon, type IconName } from '../icons.js';
import { language, setLanguage, type Language } from '../language.js';
import { match, navigate, to } from '../router.js';
import { names, routes } from '../routes.js';
import { session, signOut } from '../session.js';
import { ask } from '../question.js';
import { leave as leaveUnsaved } from '../unsaved.js';
import { setTheme, theme, type Theme } from '../theme.js';
import { messages } from './messages.js';
import './question.element.js';

const LANGUAGES: readonly { value: Language; text: string; name: string }[] = [
  { value: 'vi', text: 'VI', name: 'Tiếng Việt' },
  { value: 'en', text: 'EN', name: 'English' },
];
const THEMES: readonly { value: Theme; icon: IconName }[] = [
  { value: 'auto', icon: 'auto' },
  { value: 'light', icon: 'sun' },
  { value: 'dark', icon: 'moon' },
];

/**
 * Draws the switches for language and colours. `where` keeps the radio groups of two menus apart.
 */
export function switches(where: string, changed: () => void): TemplateResult {
  return html`<div class="switches">
    <fieldset class="switch">
      <legend class="unseen">${messages().language}</legend>
      ${LANGUAGES.map(
        ({ value, text, name }) =>
          html`<label title=${name} lang=${value}>
            <input
              type="radio"
              name="language-${where}"
              aria-label=${name}
              .checked=${language() === value}
              @change=${() => {
                setLanguage(value);
                changed();
              }}
            /><span aria-hidden="true">${text}</span>
          </label>`,
      )}
    </fieldset>
    <fieldset class="switch">
      <legend class="unseen">${messages().theme}</legend>
      ${THEMES.map(
        (one) =>
          html`<label title=${messages()[one.value]}>
            <input
              type="radio"
              name="theme-${where}"
              aria-label=${messages()[one.value]}
              .checked=${theme() === one.value}
              @change=${() => {
                setTheme(one.value);
                changed();
              }}
            />${icon(one.icon)}
          </label>`,
      )}
    </fieldset>
  </div>`;
}

/** Menu of the signed-in account. */
export function accountMenu(): TemplateResult {
  const account = session()?.account;
  return html`<details class="account">
    <summary>
      ${icon('user')}<span class="unseen">${messages().account}:</span>
      <span class="who"
        ><b>${account?.name}</b
        ><small>${account?.administrator ? messages().administrator : account?.login}</small></span
      >
      <span class="turn">${icon('up')}</span>
    </summary>
    <ul>
      ${link('tokens', names().tokens, 'key')} ${link('sessions', names().sessions, 'device')}
      ${link('password', names().password, 'edit')}
      ${link('second-factor', names().secondFactor, 'shield')}
      <li>${leave(messages().signOut, false)}</li>
      <li>${leave(messages().signOutAll, true)}</li>
    </ul>
  </details>`;
}

function link(path: string, text: string, sign: IconName): unknown {
  return match(routes, to(path), '')
    ? html`<li><a class="button quiet" href=${to(path)}>${icon(sign)}${text}</a></li>`
    : '';
}

async function depart(everywhere = false): Promise<void> {
  await signOut(everywhere);
  navigate(to('sign-in'));
}

function askEverywhere(): void {
  const { signOutAll, signOutAllTitle, signOutAllText, stay } = messages();
  ask({
    heading: signOutAllTitle,
    text: signOutAllText,
    act: signOutAll,
    cancel: stay,
    go: () => void depart(true),
  });
}

function leave(text: string, everywhere: boolean): TemplateResult {
  return html`<button
    type="button"
    class="quiet"
    @click=${() => {
      leaveUnsaved(everywhere ? askEverywhere : () => void depart());
    }}
  >
    ${icon('out')}${text}
  </button>`;
}
