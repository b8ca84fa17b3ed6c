import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { number } from '../../app/format.js';
import { icon } from '../../app/icons.js';
import type { SubmitController } from '../../components/view/submit-controller.js';
import { newOption, type OptionDraft, type PollDraft } from './draft.js';
import { messages } from './messages.js';

const MOST = 50;

/** Called with the changed options. */
export type EditOptions = (now: readonly OptionDraft[]) => readonly OptionDraft[];

/** Fields of the options of a poll: label, order, adding and removing. */
export function optionFields(
  draft: PollDraft,
  submission: SubmitController,
  change: (edit: EditOptions) => void,
): TemplateResult {
  const { options } = draft;
  const move = (from: number, to: number): void => {
    change((now) => {
      const next = [...now];
      next.splice(to, 0, ...next.splice(from, 1));
      return next;
    });
  };
  return html`<fieldset class="options">
    <legend>${messages().options}</legend>
    ${submission.fault('options') ? html`<p class="fault">${submission.fault('options')}</p>` : nothing}
    <ol>
      ${repeat(
        options,
        ({ key }) => key,
        (option, index) => {
          const name = option.label || messages().optionNo(number(index + 1));
          return html`<li>
            ${optionInput(option, index, submission, (label) => {
              change((now) => now.map((one) => (one.key === option.key ? { ...one, label } : one)));
            })}
            <div class="rowed">
              ${tool('up', messages().up(name), index === 0, () => {
                move(index, index - 1);
              })}
              ${tool('down', messages().down(name), index === options.length - 1, () => {
                move(index, index + 1);
              })}
              ${tool('trash', messages().take(name), options.length <= 2 || option.kept, () => {
                change((now) => now.filter(({ key }) => key !== option.key));
              })}
            </div>
          </li>`;
        },
      )}
    </ol>
    <button
      type="button"
      ?disabled=${options.length >= MOST}
      @click=${() => {
        change((now) => [...now, newOption()]);
      }}
    >
      ${icon('plus')}${messages().addOption}
    </button>
  </fieldset>`;
}

function optionInput(
  option: OptionDraft,
  index: number,
  submission: SubmitController,
  onInput: (label: string) => void,
): TemplateResult {
  const id = `option-${String(option.key)}`;
  const fault = submission.fault(id);
  const hint = option.kept ? messages().hasBallots(number(option.ballots)) : '';
  const changed = (event: Event): void => {
    onInput((event.target as HTMLInputElement).value);
  };
  return html`<div class="field">
    <input
      id=${id}
      aria-label=${messages().optionNo(number(index + 1))}
      maxlength="200"
      .value=${option.label}
      autocomplete="off"
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby=${fault || hint ? `${id}-more` : nothing}
      @input=${changed}
    />
    ${fault || hint ? html`<span id="${id}-more" class=${fault ? 'fault' : 'hint'}>${fault ?? hint}</span>` : nothing}
  </div>`;
}

function tool(
  sign: 'up' | 'down' | 'trash',
  label: string,
  disabled: boolean,
  onClick: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="quiet"
    aria-label=${label}
    title=${label}
    ?disabled=${disabled}
    @click=${onClick}
  >
    ${icon(sign)}
  </button>`;
}
