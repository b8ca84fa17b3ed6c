import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { SiteResponse, Summary } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { Fetching } from '../../app/fetching.js';
import { day, number } from '../../app/format.js';
import { failed, waiting } from '../../app/states.js';
import { SpView } from '../../components/view/view.js';
import { messages } from './messages.js';

/** Preview of a merger: a description, with the figures of the year before and after it. */
export class MergePreview extends SpView {
  static override styles = [
    SpView.styles,
    css`
      ul {
        display: grid;
        gap: 0.35rem;
        margin: 0.35rem 0 0.75rem 1.1rem;
        padding: 0;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.9375rem;
      }
      caption {
        padding-bottom: 0.25rem;
        font-weight: 600;
        text-align: left;
      }
      th,
      td {
        padding: 0.3rem 0;
        border-top: 1px solid var(--sp-line);
        text-align: left;
        font-weight: 400;
      }
      td {
        text-align: right;
      }
      tr:last-child > * {
        font-weight: 650;
      }
    `,
  ];

  @property({ attribute: false }) site: SiteResponse | undefined;
  @property({ attribute: false }) predecessor: SiteResponse | undefined;
  /** First day. */
  @property({ attribute: false }) from = '';

  private readonly figures = new Fetching<[string, string, string], readonly [number, number]>(
    this,
    () =>
      this.site && this.predecessor
        ? [this.site.id, this.predecessor.id, this.from.slice(0, 4)]
        : undefined,
    async (signal, ...[site, other, period]) => {
      const visits = async (id: string): Promise<number> => {
        const query = { scope: `site:${id}`, period, compare: 'none' };
        return (await api.get<Summary>('reports/summary', { signal, query })).now.visits;
      };
      return Promise.all([visits(site), visits(other)]);
    },
  );

  protected override render(): unknown {
    const { site, predecessor, from } = this;
    if (!site || !predecessor) {
      return nothing;
    }
    return html`<section class="notice warn" aria-labelledby="preview" aria-live="polite">
      <h3 id="preview">${messages().preview}</h3>
      <ul>
        ${messages()
          .previewItems(site.name, predecessor.name, day(from))
          .map((item) => html`<li>${item}</li>`)}
      </ul>
      ${this.figures.draw({
        waiting: () => waiting(2),
        failed,
        ready: ([own, other]) =>
          drawSum(messages().previewYear(from.slice(0, 4)), site, own, predecessor, other),
      })}
      ${drawBaselines(site, predecessor)}
    </section>`;
  }
}

function drawBaselines(site: SiteResponse, other: SiteResponse): unknown {
  const [own, theirs] = [site.baseline?.visits ?? 0, other.baseline?.visits ?? 0];
  return own + theirs === 0
    ? nothing
    : drawSum(messages().previewBaseline, site, own, other, theirs);
}

function drawSum(
  caption: string,
  site: SiteResponse,
  own: number,
  other: SiteResponse,
  theirs: number,
): TemplateResult {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <tbody>
      <tr>
        <th scope="row">${site.name}</th>
        <td class="number">${number(own)}</td>
      </tr>
      <tr>
        <th scope="row">${other.name}</th>
        <td class="number">+ ${number(theirs)}</td>
      </tr>
      <tr>
        <th scope="row">${messages().together}</th>
        <td class="number">${number(own + theirs)}</td>
      </tr>
    </tbody>
  </table>`;
}

define('sp-merge-preview', MergePreview);

declare global {
  interface HTMLElementTagNameMap {
    'sp-merge-preview': MergePreview;
  }
}
