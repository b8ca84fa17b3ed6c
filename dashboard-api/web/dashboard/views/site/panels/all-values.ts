import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Breakdown, BreakdownValue, Dimension } from '../../../../api/schema.js';
import { fileOf } from '../../../app/exports.js';
import { Fetching } from '../../../app/fetching.js';
import { metricNames } from '../../../app/metric.js';
import { failed, waiting } from '../../../app/states.js';
import type { TableQuery } from '../../../components/data-table/data-table.element.js';
import type { Column, Row } from '../../../components/data-table/rows.js';
import { OTHER_VALUES, valueName } from '../value-names.js';
import { asQuery, canFilter } from '../report-query.js';
import { messages } from '../messages.js';
import { ReportPanel } from './report-panel.js';
import '../../../components/data-table/data-table.js';
import '../../../components/dialog/dialog.js';

const SORTS = ['visits', 'views', 'visitors', 'engagedMs'] as const;
const PAGE = 25;

/**
 * Dialog with all values of a dimension. The server searches, sorts and pages.
 *
 * @fires sp-close - the dialog was closed
 */
export class AllValuesPanel extends ReportPanel {
  static override styles: CSSResultGroup = [
    ReportPanel.styles,
    css`
      sp-dialog {
        --sp-dialog-width: 68rem;
      }
    `,
  ];

  @property({ attribute: false }) dimension: Dimension = 'page';
  @state() private asked: TableQuery = { order: undefined, search: '', offset: 0, limit: PAGE };
  private readonly values = new Fetching(
    this,
    () => this.reportQuery && [asQuery(this.reportQuery), this.dimension, this.listing()],
    (signal, _question, dimension, listing) =>
      this.ask<Breakdown>('breakdown', signal, { dimension, ...listing }),
  );

  private listing(): { sort: string; search: string; offset: number; limit: number } {
    const { order, search, offset, limit } = this.asked;
    const sort =
      SORTS.find((one) => one === order?.column) ??
      (this.dimension === 'bot' ? 'views' : this.reportQuery?.metric) ??
      'visits';
    return { sort, search, offset, limit };
  }

  protected override render(): TemplateResult {
    return html`<sp-dialog open heading=${messages().byDimension[this.dimension]}>
      ${this.values.draw({
        waiting: () => waiting(12),
        failed,
        ready: (answer) => this.table(answer),
      })}
    </sp-dialog>`;
  }

  private table({ rows, values }: Breakdown): TemplateResult {
    const { reportQuery, dimension } = this;
    const { search, sort } = this.listing();
    const query = { ...(reportQuery ? asQuery(reportQuery) : {}), dimension, sort, search };
    return html`<sp-data-table
      heading=${messages().byDimension[dimension]}
      searchable
      ?choosable=${reportQuery !== undefined && canFilter(reportQuery, dimension)}
      .total=${rows}
      .limit=${PAGE}
      .order=${{ column: sort, descending: true }}
      .columns=${this.columns()}
      .rows=${values.map((value) => this.row(value))}
      csv=${fileOf('reports/breakdown', 'csv', query)}
      xlsx=${fileOf('reports/breakdown', 'xlsx', query)}
      @sp-query=${(event: CustomEvent<TableQuery>) => {
        this.asked = event.detail;
      }}
      @sp-row=${(event: CustomEvent<Row>) => {
        if (event.detail.key !== OTHER_VALUES) {
          this.change({ [dimension]: event.detail.key, day: undefined });
        }
      }}
    ></sp-data-table>`;
  }

  private columns(): readonly Column[] {
    return [
      { id: 'name', label: messages().name, kind: 'text', fixed: true },
      { id: 'visits', label: metricNames().visits, kind: 'count' },
      { id: 'views', label: metricNames().views, kind: 'count' },
      { id: 'visitors', label: metricNames().visitors, kind: 'count' },
      { id: 'engagedMs', label: messages().engagedAll, kind: 'duration' },
      { id: 'share', label: messages().share, kind: 'share', fixed: true },
    ];
  }

  private row(value: BreakdownValue): Row {
    const { visits, views, visitors, engagedMs, share, title } = value;
    const name = title ? `${title} (${value.value})` : valueName(this.dimension, value.value);
    return { key: value.value, values: { name, visits, views, visitors, engagedMs, share } };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-all-values': AllValuesPanel;
  }
}
