import { html, type TemplateResult } from 'lit';
import type { Takeover } from '../../../api/schema.js';
import type { Problem } from '../../app/api/problem.js';
import { day } from '../../app/format.js';
import { dictionary } from '../../app/language.js';
import { to } from '../../app/router.js';
import { lost } from '../../components/view/view.js';
import { messages } from './messages.js';

const lostMessages = dictionary(
  { lost: (id: string) => `Không có trang hoặc khối “${id}”` },
  { lost: (id: string) => `There is no site or group “${id}”` },
);

/** Draws a site or group that is unknown or not visible, without links that lead nowhere. */
export function lostSite(id: string, problem: Problem, retry: () => void): TemplateResult {
  const back = { href: to(), text: messages().overview };
  return lost(lostMessages().lost(id), back, problem, retry);
}

/** Draws a notice about a merger, with a link to the other site. */
export function mergerNotice(
  { site, name, from }: Takeover,
  text: (name: string, from: string) => string,
): TemplateResult {
  return html`<p class="notice">
    ${text(name, day(from))}
    <a href=${to(`site/${encodeURIComponent(site)}`)}>${messages().openOther(name)}</a>
  </p>`;
}
