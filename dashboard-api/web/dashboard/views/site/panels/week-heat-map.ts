import { html, type TemplateResult } from 'lit';
import type { WeekHeatMap } from '../../../../api/schema.js';
import { exports } from '../../../app/exports.js';
import { Fetching } from '../../../app/fetching.js';
import { empty, failed, waiting } from '../../../app/states.js';
import { asQuery } from '../report-query.js';
import { messages } from '../messages.js';
import { ReportPanel } from './report-panel.js';
import '../../../components/heat-map/heat-map.js';

/** Heat map of the week. */
export class WeekHeatMapPanel extends ReportPanel {
  private readonly hours = new Fetching<readonly unknown[], WeekHeatMap>(
    this,
    () => this.reportQuery && [asQuery(this.reportQuery)],
    (signal) => this.ask<WeekHeatMap>('hours', signal),
  );

  protected override render(): TemplateResult {
    const metric = this.reportQuery?.metric === 'views' ? 'views' : 'visits';
    return html`<section class="panel">
      <header>
        <h2>${messages().hours}</h2>
        ${this.reportQuery ? exports(messages().hours, 'reports/hours', asQuery(this.reportQuery)) : ''}
      </header>
      ${this.hours.draw({
        waiting: () => waiting(7),
        failed,
        ready: ({ cells }, stale) =>
          cells.some(({ views }) => views > 0)
            ? html`<sp-heat-map
                class=${stale ? 'stale' : ''}
                heading=${messages().hours}
                metric=${metric}
                .cells=${cells}
              ></sp-heat-map>`
            : empty(messages().empty),
      })}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-hours': WeekHeatMapPanel;
  }
}
