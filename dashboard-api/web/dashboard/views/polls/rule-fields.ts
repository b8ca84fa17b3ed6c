import { html, nothing, type TemplateResult } from 'lit';
import type { Visibility } from '../../../api/schema.js';
import { checkField, selectField, textField } from '../../components/field/field.js';
import type { Sending } from '../../components/view/submit-controller.js';
import type { PollDraft } from './draft.js';
import { words } from './messages.js';

const VISIBILITIES: readonly Visibility[] = ['always', 'after-voting', 'after-closing', 'managers'];

type Change = (changes: Partial<PollDraft>) => void;

/**
 * How many options may be chosen, whether votes may change, who sees the result.
 *
 * @param least most choices that a ballot may have already: they cannot become fewer
 */
export function ruleFields(
  draft: PollDraft,
  least: number,
  sending: Sending,
  change: Change,
): TemplateResult {
  return html`<fieldset class="form">
    <legend>${words().rules}</legend>
    ${checkField({
      name: 'several',
      label: words().several,
      checked: draft.several,
      disabled: least > 1,
      onInput: (several) => {
        change({ several });
      },
    })}
    ${
      draft.several
        ? textField({
            name: 'maxChoices',
            label: words().most,
            type: 'number',
            value: draft.most,
            min: Math.max(2, least),
            hint: least > 1 ? words().mostKept : undefined,
            max: draft.options.length,
            fault: sending.fault('maxChoices'),
            onInput: (most) => {
              change({ most });
            },
          })
        : nothing
    }
    ${checkField({
      name: 'changeable',
      label: words().changeable,
      hint: words().changeableHint,
      checked: draft.changeable,
      onInput: (changeable) => {
        change({ changeable });
      },
    })}
    ${selectField({
      name: 'visibility',
      label: words().visibility,
      value: draft.visibility,
      choices: VISIBILITIES.map((value) => ({ value, label: words().visible[value] })),
      onInput: (visibility) => {
        change({ visibility: visibility as Visibility });
      },
    })}
  </fieldset>`;
}

/** When it opens and closes, by the site's clock. */
export function scheduleFields(
  draft: PollDraft,
  zone: string,
  sending: Sending,
  change: Change,
): TemplateResult {
  return html`<fieldset class="form">
    <legend>${words().schedule}</legend>
    <p class="muted small">${words().zoneHint(zone)}</p>
    <div class="pair">
      ${textField({
        name: 'opens',
        label: words().opens,
        type: 'datetime-local',
        value: draft.opens,
        hint: words().opensHint,
        fault: sending.fault('opens'),
        onInput: (opens) => {
          change({ opens });
        },
      })}
      ${textField({
        name: 'closes',
        label: words().closes,
        type: 'datetime-local',
        value: draft.closes,
        hint: words().closesHint,
        fault: sending.fault('closes'),
        onInput: (closes) => {
          change({ closes });
        },
      })}
    </div>
  </fieldset>`;
}
