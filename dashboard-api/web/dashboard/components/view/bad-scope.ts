import { html, nothing, type TemplateResult } from 'lit';
import { dictionary } from '../../app/language.js';
import type { Place } from '../../app/router.js';
import { scopeChoices, type VisibleScopes } from './scopes.js';

const messages = dictionary(
  {
    bad: (said: string) =>
      `Đơn vị “${said}” trong địa chỉ không có, hoặc tài khoản của bạn không được xem. Hãy chọn đơn vị khác.`,
  },
  {
    bad: (said: string) =>
      `There is no “${said}” as in the address, or your account may not see it. Choose another site or group.`,
  },
);

/** Draws a warning if the site or group of the address is not among those to choose from. */
export function drawBadScope(
  place: Place | undefined,
  scopes: VisibleScopes | undefined,
): TemplateResult | typeof nothing {
  const said = place?.query.get('scope');
  return said && scopes && !scopeChoices(scopes).some(({ value }) => value === said)
    ? html`<p class="notice warn" role="alert">${messages().bad(said.replace(/^[a-z]+:/, ''))}</p>`
    : nothing;
}
