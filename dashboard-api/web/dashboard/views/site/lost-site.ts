import { html, type TemplateResult } from 'lit';
import type { Takeover } from '../../../api/schema.js';
import type { Problem } from '../../app/api/problem.js';
import { day } from '../../app/format.js';
import { dictionary } from '../../app/language.js';
import { to } from '../../app/router.js';
import { empty } from '../../app/states.js';
import { firstSite } from '../../components/view/first-site.js';
import { head, lost } from '../../components/view/view.js';
import { messages } from './messages.js';

const lostMessages = dictionary(
  {
    lost: (id: string) => `Không có trang hoặc khối “${id}”`,
    none: 'Chưa có trang thông tin nào.',
  },
  { lost: (id: string) => `There is no site or group “${id}”`, none: 'There is no site yet.' },
);

/**
 * Draws a site or group that is unknown or not visible, without links that lead nowhere. All sites
 * are unknown where there is none yet.
 */
export function lostSite(
  scope: string,
  id: string,
  problem: Problem,
  retry: () => void,
): TemplateResult {
  const back = { href: to(), text: messages().overview };
  if (scope === 'all') {
    return html`${head(id, undefined, undefined, back)}
      <div class="panel">${empty(lostMessages().none, firstSite(), 'sites')}</div>`;
  }
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
