import { html, nothing, type TemplateResult } from 'lit';
import type { Visibility } from '../../../api/schema.js';
import { checkField, selectField, textField } from '../../components/field/field.js';
import type { SubmitController } from '../../components/view/submit-controller.js';
import { refusesOffice, type PollDraft } from './draft.js';
import { messages } from './messages.js';

const VISIBILITIES: readonly Visibility[] = ['always', 'after-voting', 'after-closing', 'managers'];

type Change = (changes: Partial<PollDraft>) => void;

/**
 * Fields for the number of choices, for changing votes, for the visibility of the result and for the
 * limit of votes of a network.
 *
 * @param least current maximum of choices, which cannot fall once there are votes
 */
export function ruleFields(
  draft: PollDraft,
  least: number,
  submission: SubmitController,
  change: Change,
): TemplateResult {
  return html`<fieldset class="form">
    <legend>${messages().rules}</legend>
    ${checkField({
      name: 'several',
      label: messages().several,
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
            label: messages().most,
            type: 'number',
            value: draft.most,
            hint: least > 1 ? messages().mostKept : undefined,
            fault: submission.fault('maxChoices'),
            onInput: (most) => {
              change({ most });
            },
          })
        : nothing
    }
    ${checkField({
      name: 'changeable',
      label: messages().changeable,
      hint: messages().changeableHint,
      checked: draft.changeable,
      onInput: (changeable) => {
        change({ changeable });
      },
    })}
    ${selectField({
      name: 'visibility',
      label: messages().visibility,
      value: draft.visibility,
      choices: VISIBILITIES.map((value) => ({ value, label: messages().visible[value] })),
      onInput: (visibility) => {
        change({ visibility: visibility as Visibility });
      },
    })}
    ${networkFields(draft, submission, change)}
  </fieldset>`;
}

/** Field for the limit of votes of a network, with a warning where it may refuse an office. */
function networkFields(
  draft: PollDraft,
  submission: SubmitController,
  change: Change,
): TemplateResult {
  return html`${textField({
    name: 'votesPerNetwork',
    label: messages().perNetwork,
    type: 'number',
    value: draft.perNetwork ?? '',
    hint: messages().perNetworkHint,
    fault: submission.fault('votesPerNetwork'),
    onInput: (perNetwork) => {
      change({ perNetwork });
    },
  })}
  ${
    refusesOffice(draft)
      ? html`<p class="notice warn" role="status">${messages().perNetworkLow}</p>`
      : nothing
  }`;
}

/** Fields for opening and closing, in the time zone of the site. */
export function scheduleFields(
  draft: PollDraft,
  zone: string,
  submission: SubmitController,
  change: Change,
): TemplateResult {
  return html`<fieldset class="form">
    <legend>${messages().schedule}</legend>
    <p class="muted small">${messages().zoneHint(zone)}</p>
    <div class="pair">
      ${textField({
        name: 'opens',
        label: messages().opens,
        type: 'moment',
        value: draft.opens,
        hint: messages().opensHint,
        fault: submission.fault('opens'),
        onInput: (opens) => {
          change({ opens });
        },
      })}
      ${textField({
        name: 'closes',
        label: messages().closes,
        type: 'moment',
        value: draft.closes,
        hint: messages().closesHint,
        fault: submission.fault('closes'),
        onInput: (closes) => {
          change({ closes });
        },
      })}
    </div>
  </fieldset>`;
}
