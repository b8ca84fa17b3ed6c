import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CountersResponse, SiteResponse } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { siteClock } from '../../app/format.js';
import { dictionary } from '../../app/language.js';
import { to } from '../../app/router.js';
import { loadStates } from '../../components/view/site-state.js';
import { SpView } from '../../components/view/view.js';
import { type Signals, type Verdict, verdictOf } from './installation.js';

/** Interval of the questions, in milliseconds. */
const ASK_EVERY = 3_000;
/** Refused events are told once a minute, so a check that ended sooner would miss them. */
const ASK_FOR = 180_000;

const messages = dictionary(
  {
    title: 'Kiểm tra việc cài đặt',
    lead: 'Nhấn nút, rồi mở trang đã dán mã đếm trong một thẻ khác. Kết quả hiện ở đây.',
    start: 'Bắt đầu kiểm tra',
    stop: 'Dừng',
    again: 'Kiểm tra lại',
    waiting:
      'Đang chờ tín hiệu. Hãy mở trang trong một thẻ khác. Lượt xem hiện sau vài giây, tín hiệu bị từ chối sau khoảng một phút.',
    counted: (time: string) => `Đã nhận lượt xem lúc ${time}. Trang đang được đếm.`,
    origin: (origin: string) =>
      `Đã nhận tín hiệu từ ${origin} nhưng bị từ chối: tên miền này chưa được khai báo. Nếu đó là trang của đơn vị, hãy thêm vào ô tên miền rồi lưu.`,
    invalid: (origin: string) =>
      `Đã nhận tín hiệu từ ${origin || 'một máy không kèm tên miền'} nhưng không hợp lệ. Hãy chép lại mã đếm, không sửa chữ nào.`,
    unknown: (origin: string, id: string) =>
      `Trang ở ${origin} gửi tín hiệu với mã định danh “${id}”, chưa được đăng ký. Mã trong data-site bị gõ sai; hãy chép lại mã đếm.`,
    nothing:
      'Chưa nhận được tín hiệu nào trong 3 phút. Xem mã nguồn của trang có dòng mã đếm không; xóa bộ nhớ đệm của hệ thống quản trị nội dung; tắt trình chặn quảng cáo; kiểm tra trình duyệt này có bị loại khỏi số đếm không.',
    failed: 'Không hỏi được máy chủ. Hãy thử lại sau.',
    guide: 'Vì sao chưa được đếm?',
  },
  {
    title: 'Check the installation',
    lead: 'Press the button, then open the page with the script in another tab. The result is shown here.',
    start: 'Start the check',
    stop: 'Stop',
    again: 'Check again',
    waiting:
      'Waiting for a signal. Open the page in another tab. A view is shown within seconds, a refused signal after about a minute.',
    counted: (time: string) => `A view was received at ${time}. The site is being counted.`,
    origin: (origin: string) =>
      `A signal from ${origin} was refused, because this origin is not declared. If it is yours, add it to the origins and save.`,
    invalid: (origin: string) =>
      `A signal from ${origin || 'a client without an origin'} was not valid. Copy the script again, without changes.`,
    unknown: (origin: string, id: string) =>
      `A page of ${origin} sends the id “${id}”, which is not registered. data-site is mistyped. Copy the script again.`,
    nothing:
      'No signal came within 3 minutes. See if the source of the page has the script. Clear the cache of the content system. Switch ad blockers off. See if this browser is excluded from counting.',
    failed: 'The server could not be asked. Try again later.',
    guide: 'Why is nothing counted?',
  },
);

/** Waits for the next signal of a site and says what came, or what may be wrong. */
export class InstallCheck extends SpView {
  @property({ attribute: false }) site: SiteResponse | undefined;
  @state() private running: AbortController | undefined;
  @state() private result: TemplateResult | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): TemplateResult {
    const label = this.running
      ? messages().stop
      : this.result
        ? messages().again
        : messages().start;
    return html`<section class="panel stack" aria-labelledby="check">
      <div>
        <h2 id="check">${messages().title}</h2>
        <p class="muted small">${messages().lead}</p>
      </div>
      <div>
        <button type="button" @click=${this.running ? this.stop : this.start}>${label}</button>
      </div>
      <div role="status">
        ${this.running ? html`<p class="notice">${messages().waiting}</p>` : (this.result ?? nothing)}
      </div>
    </section>`;
  }

  private readonly stop = (): void => {
    this.running?.abort();
    this.running = undefined;
  };

  private readonly start = (): void => {
    const { site } = this;
    if (site) {
      const running = new AbortController();
      this.running = running;
      this.result = undefined;
      void this.check(site, running);
    }
  };

  private async check(site: SiteResponse, running: AbortController): Promise<void> {
    const { signal } = running;
    let result: TemplateResult;
    try {
      const before = await signalsOf(site.id, signal);
      result = drawResult(site, await verdict(site, before, signal));
    } catch {
      result = html`<p class="notice bad">${messages().failed}</p>`;
    }
    if (this.running === running) {
      this.running = undefined;
      this.result = result;
    }
  }
}

/** Asks until something has come, at most {@link ASK_FOR}. */
async function verdict(
  site: SiteResponse,
  before: Signals,
  signal: AbortSignal,
): Promise<Verdict | undefined> {
  const until = Date.now() + ASK_FOR;
  let found: Verdict | undefined;
  while (!found && Date.now() < until && !signal.aborted) {
    await new Promise((go) => setTimeout(go, ASK_EVERY));
    found = verdictOf(site, before, await signalsOf(site.id, signal));
  }
  return found;
}

async function signalsOf(site: string, signal: AbortSignal): Promise<Signals> {
  const address = `/api/sites/${encodeURIComponent(site)}/counters`;
  const [states, answer] = await Promise.all([
    loadStates(signal),
    fetch(address, { signal, cache: 'no-store' }),
  ]);
  const counters = (await answer.json()) as CountersResponse;
  return { views: counters.today.views, states };
}

function drawResult(site: SiteResponse, found: Verdict | undefined): TemplateResult {
  if (found?.kind === 'counted') {
    return html`<p class="notice">${messages().counted(siteClock(Date.now(), site.zone))}</p>`;
  }
  const guide = html`<a href=${to('help', { topic: 'editor' })}>${messages().guide}</a>`;
  return html`<p class="notice warn">${textOf(found)} ${guide}</p>`;
}

function textOf(found: Verdict | undefined): string {
  switch (found?.kind) {
    case 'origin':
      return messages().origin(found.origin);
    case 'invalid':
      return messages().invalid(found.origin);
    case 'unknown':
      return messages().unknown(found.origin, found.id);
    default:
      return messages().nothing;
  }
}

define('sp-install-check', InstallCheck);

declare global {
  interface HTMLElementTagNameMap {
    'sp-install-check': InstallCheck;
  }
}
