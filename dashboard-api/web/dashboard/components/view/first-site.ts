import { html, type TemplateResult } from 'lit';
import { dictionary } from '../../app/language.js';
import { to } from '../../app/router.js';
import { mayAdminister } from './permissions.js';

const messages = dictionary(
  {
    register: 'Đăng ký trang thông tin đầu tiên',
    ask: 'Tài khoản của bạn chưa được giao trang nào. Hãy liên hệ quản trị viên.',
  },
  {
    register: 'Register the first site',
    ask: 'No site has been given to your account yet. Ask an administrator.',
  },
);

/** Draws what comes first where there is no site: to register one, or to ask for one. */
export function firstSite(): TemplateResult {
  return mayAdminister()
    ? html`<p><a href=${to('sites', { new: '1' })}>${messages().register}</a></p>`
    : html`<p>${messages().ask}</p>`;
}
