import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../../app/language.js';
import { parsePeriod, periodName } from '../../app/period.js';
import type { Place } from '../../app/router.js';

const messages = dictionary(
  {
    bad: (said: string, shown: string) =>
      `Kỳ “${said}” trong địa chỉ không hợp lệ. Đang hiện ${shown}.`,
  },
  {
    bad: (said: string, shown: string) =>
      `The period “${said}” in the address is not valid. Shown is ${shown}.`,
  },
);

/**
 * Draws a warning if the period of the address is wrong. An old bookmark must not pass for what is
 * shown instead.
 */
export function drawBadPeriod(
  place: Place | undefined,
  shown: string,
): TemplateResult | typeof nothing {
  const said = place?.query.get('period');
  return said && !parsePeriod(said)
    ? html`<p class="notice warn" role="alert">${messages().bad(said, periodName(shown))}</p>`
    : nothing;
}
