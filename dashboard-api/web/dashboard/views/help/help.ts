import { css, html, nothing, type TemplateResult } from 'lit';
import { language } from '../../app/language.js';
import { to } from '../../app/router.js';
import { names } from '../../app/routes.js';
import { head, SpView } from '../../components/view/view.js';
import '../../components/copy/copy.js';
import { english } from './guide.en.js';
import type { Chapter } from './guide.js';
import { vietnamese } from './guide.vi.js';

const styles = css`
  .tabs {
    flex-wrap: wrap;
  }
  .tabs a {
    white-space: normal;
  }
  .guide {
    max-width: 52rem;
    /* Names of files and settings are longer than a phone is wide. */
    overflow-wrap: anywhere;
  }
  .guide h3 {
    margin-top: 1.5rem;
  }
  .guide p,
  .guide ol {
    margin: 0.5rem 0 0;
    line-height: 1.6;
  }
  .guide ol {
    padding-inline-start: 1.5rem;
  }
  .guide li + li {
    margin-top: 0.35rem;
  }
  .guide sp-copy {
    display: block;
    margin-top: 0.75rem;
  }
`;

/** Guides for editors, managers and operators: `help?topic=manager`. */
export class HelpView extends SpView {
  static override styles = [SpView.styles, styles];

  protected override render(): TemplateResult {
    const guides = language() === 'vi' ? vietnamese : english;
    const shown = guides.find(({ id }) => id === this.queryValue('topic')) ?? guides[0];
    return html`${head(names().help, shown?.lead)}
      <nav class="tabs" aria-label=${names().help}>
        ${guides.map(
          ({ id, title }) =>
            html`<a
              href=${to('help', { topic: id })}
              aria-current=${id === shown?.id ? 'page' : nothing}
              >${title}</a
            >`,
        )}
      </nav>
      <article class="panel guide">
        <h2>${shown?.title}</h2>
        ${shown?.chapters.map(drawChapter)}
      </article>`;
  }
}

function drawChapter({ title, text, steps, code, codeLabel = title }: Chapter): TemplateResult {
  return html`<h3>${title}</h3>
    ${text?.map((one) => html`<p>${one}</p>`)}
    ${
      steps
        ? html`<ol>
            ${steps.map((one) => html`<li>${one}</li>`)}
          </ol>`
        : nothing
    }
    ${code ? html`<sp-copy label=${codeLabel} text=${code.replaceAll('HOST', location.origin)}></sp-copy>` : nothing}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-help-view': HelpView;
  }
}
