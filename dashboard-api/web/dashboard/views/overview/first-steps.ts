import { html, nothing, type TemplateResult } from 'lit';
import type { Overview, OverviewLine } from '../../../api/schema.js';
import { icon } from '../../app/icons.js';
import { to } from '../../app/router.js';
import { messages } from './messages.js';

/** Returns the site that shall send its first view, or undefined if one has been counted before. */
export function waitingSite({ sites }: Overview): OverviewLine | undefined {
  return sites.every(
    ({ online, today, year, sample }) =>
      !sample && online === 0 && today.views === 0 && year.now.views === 0 && !year.before?.views,
  )
    ? sites.find(({ archived }) => !archived)
    : undefined;
}

/**
 * Draws the way from an empty installation to the first view: register, paste, see it arrive.
 *
 * @param site the registered site, undefined if there is none
 */
export function firstSteps(site: OverviewLine | undefined): TemplateResult {
  const { steps } = messages();
  const done = site === undefined ? 0 : 1;
  const address = site === undefined ? undefined : to(`sites/${encodeURIComponent(site.id)}`);
  const links = [
    html`<a class="button primary" href=${to('sites', { new: '1' })}
      >${icon('plus')}${messages().add}</a
    >`,
    address
      ? html`<a class="button primary" href=${address}>${icon('copy')}${messages().toCode}</a>`
      : nothing,
    site ? html`<p class="wait" role="status">${messages().waitingFirst(site.name)}</p>` : nothing,
  ];
  return html`<section class="panel steps" aria-labelledby="steps">
    <h2 id="steps">${messages().stepsTitle}</h2>
    <ol>
      ${steps.map(
        ({ title, text }, i) =>
          html`<li class=${i < done ? 'done' : ''} aria-current=${i === done ? 'step' : nothing}>
            <h3>
              ${title}${i < done ? html`<span class="unseen"> ${messages().stepDone}</span>` : nothing}
            </h3>
            <p>${text}</p>
            ${i < done || (i > 0 && !site) ? nothing : links[i]}
          </li>`,
      )}
    </ol>
  </section>`;
}
