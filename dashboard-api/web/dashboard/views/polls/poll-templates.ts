import { html, nothing, type TemplateResult } from 'lit';
import type { ManagedPollResponse, Phase } from '../../../api/schema.js';
import { number, share, time } from '../../app/format.js';
import { to } from '../../app/router.js';
import type { Back } from '../../components/view/view.js';
import { messages } from './messages.js';

/** Draws times, choices and visibility of a poll. */
export function drawRules(poll: ManagedPollResponse, zone: string | undefined): TemplateResult {
  const at = (ms: number | null | undefined, otherwise: string): string =>
    ms ? time(ms, zone) : otherwise;
  return html`<section class="panel" aria-labelledby="rules">
    <h2 id="rules">${messages().rules}</h2>
    <dl class="facts">
      <dt>${messages().opens}</dt>
      <dd>${at(poll.opens, messages().opensNow)}</dd>
      <dt>${messages().closes}</dt>
      <dd>${at(poll.closes, messages().closesNever)}</dd>
      <dt>${messages().options}</dt>
      <dd>${poll.maxChoices > 1 ? messages().upTo(number(poll.maxChoices)) : messages().one}</dd>
      <dt>${messages().ballots}</dt>
      <dd>${poll.changeable ? messages().canChange : messages().cannotChange}</dd>
      <dt>${messages().visibility}</dt>
      <dd>${messages().visible[poll.visibility]}</dd>
      ${
        poll.votesPerNetwork === undefined
          ? nothing
          : html`<dt>${messages().perNetwork}</dt>
              <dd>${number(poll.votesPerNetwork)}</dd>`
      }
    </dl>
  </section>`;
}

/** Path of a poll, in the API and in the dashboard. */
export function path(poll: string): string {
  return `polls/${encodeURIComponent(poll)}`;
}

/** Draws the embedding code of a poll. */
export function drawEmbed(poll: ManagedPollResponse): TemplateResult {
  const { element, iframe } = poll.embed;
  return html`<section class="panel stack" aria-labelledby="embed">
    <h2 id="embed">${messages().embed}</h2>
    ${poll.draft ? html`<p class="notice">${messages().embedDraft}</p>` : nothing}
    ${element ? html`<sp-copy label=${messages().embedElement} text=${element}></sp-copy>` : nothing}
    ${iframe ? html`<sp-copy label=${messages().embedFrame} text=${iframe}></sp-copy>` : nothing}
  </section>`;
}

/** Draws a fraction as bar and percentage. */
export function bar(part: number): TemplateResult {
  const width = String(Math.min(100, 100 * part));
  return html`<span class="part"
    ><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" class="track"></rect>
      <rect width=${width} height="8" class="fill"></rect></svg
    ><span>${share(part)}</span></span
  >`;
}

/** Draws the phase of a poll as a badge. */
export function phaseBadge(phase: Phase): TemplateResult {
  const tone = { draft: 'plain', scheduled: 'soft', open: 'open', closed: 'plain' }[phase];
  return html`<span class="badge ${tone}">${messages().phase[phase]}</span>`;
}

/** Link to the list of polls. */
export function toPolls(): Back {
  return { href: to('polls'), text: messages().back };
}
