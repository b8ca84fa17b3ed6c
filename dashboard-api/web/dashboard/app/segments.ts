import { css, html, type TemplateResult } from 'lit';

/** A choice of a segmented control. */
export interface Segment<V extends string> {
  readonly value: V;
  readonly text: string;
}

/** Draws a segmented control as radio buttons, so that the arrow keys work. */
export function segments<V extends string>(
  legend: string,
  name: string,
  choices: readonly Segment<V>[],
  chosen: V,
  choose: (value: V) => void,
): TemplateResult {
  return html`<fieldset class="segments">
    <legend class="unseen">${legend}</legend>
    ${choices.map(
      ({ value, text }) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            .checked=${value === chosen}
            @change=${() => {
              choose(value);
            }}
          /><span>${text}</span>
        </label>`,
    )}
  </fieldset>`;
}

export const segmentStyles = css`
  .segments {
    display: inline-flex;
    max-width: 100%;
    padding: 2px;
    border-radius: var(--sp-radius-small);
    background: var(--sp-sunken);
  }
  .segments label {
    position: relative;
    display: grid;
    place-items: center;
    min-height: 2rem;
    padding: 0.1rem 0.75rem;
    border-radius: 4px;
    color: var(--sp-muted);
    font-size: 0.875rem;
    font-weight: 550;
    line-height: 1.2;
    text-align: center;
    cursor: pointer;
  }
  .segments input[type='radio'] {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  @media (max-width: 30rem) {
    .segments {
      flex-wrap: wrap;
      width: 100%;
    }
    .segments label {
      flex: 1 1 auto;
      padding-inline: 0.5rem;
      font-size: 0.8125rem;
    }
  }
  .segments label:has(:checked) {
    background: var(--sp-surface);
    color: var(--sp-text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%);
  }
  .segments label:has(:focus-visible) {
    outline: 2px solid var(--sp-focus);
    outline-offset: 1px;
  }
`;
