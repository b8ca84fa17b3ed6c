import { html, type TemplateResult } from 'lit';
import type { WeekHeatMap } from '../../../../api/schema.js';
import { exports } from '../../../app/exports.js';
import { Fetching } from '../../../app/fetching.js';
import { empty, failed, waiting } from '../../../app/states.js';
import { asQuery } from '../report-query.js';
import { words } from '../messages.js';
import { ReportPart } from './report-panel.js';
import '../../../components/heat-map/heat-map.js';

/** When in the week the site is read. */
export class HoursPart extends ReportPart {
  private readonly hours = new Fetching<readonly unknown[], WeekHeatMap>(
    this,
    () => this.question && [asQuery(this.question)],
    (signal) => this.ask<WeekHeatMap>('hours', signal),
  );

  protected override render(): TemplateResult {
    const metric = this.question?.metric === 'views' ? 'views' : 'visits';
    return html`<section class="panel">
      <header>
        <h2>${words().hours}</h2>
        ${this.question ? exports(words().hours, 'reports/hours', asQuery(this.question)) : ''}
      </header>
      ${this.hours.draw({
        waiting: () => waiting(7),
        failed,
        ready: ({ cells }, stale) =>
          cells.some(({ views }) => views > 0)
            ? html`<sp-heat-map
                class=${stale ? 'stale' : ''}
                heading=${words().hours}
                metric=${metric}
                .cells=${cells}
              ></sp-heat-map>`
            : empty(words().empty),
      })}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-hours': HoursPart;
  }
}
