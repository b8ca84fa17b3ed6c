import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { number } from '../../app/format.js';
import { base, controls } from '../../app/styles/base.js';
import { SpComponent } from '../element.js';
import { marks } from '../view/marks.styles.js';
import { drawCell, side } from './cells.js';
import { styles } from './data-table.styles.js';
import { exportMenu } from './export-menu.js';
import { found, sorted, turned, type Column, type Order, type Row } from './rows.js';

/** Width below which rows become cards. Tables with many columns need more. */
const NARROW_PX = 420;
const COLUMN_PX = 110;

/** Detail of `sp-query`: the requested rows of a long table. */
export interface TableQuery {
  readonly order: Order | undefined;
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

/**
 * A table of figures with sorting, search, pages and export as CSV or XLSX. If it does not fit,
 * each row becomes a card. With `total` the owner sorts, searches and pages on `sp-query`. Without
 * it the table does.
 *
 * @slot tools - beside the search field
 * @fires sp-row - a row was chosen, only with `choosable`. Detail: the row
 * @fires sp-query - only with `total`, detail {@link TableQuery}
 * @csspart tools - search, slot, download
 * @csspart table - the table
 * @cssproperty --sp-sticky-top - offset of the sticky header, 0 by default
 */
export class SpDataTable extends SpComponent {
  static override styles = [base, controls, marks, styles];

  /** Name of the table for screen readers. */
  @property() heading = '';
  @property({ attribute: false }) columns: readonly Column[] = [];
  @property({ attribute: false }) rows: readonly Row[] = [];
  @property({ attribute: false }) order: Order | undefined;
  /** Rows per page. */
  @property({ type: Number }) limit = 50;
  /** Total number of rows, if the owner has them. */
  @property({ type: Number }) total: number | undefined;
  @property({ type: Boolean }) searchable = false;
  /** Rows without a link can be chosen. */
  @property({ type: Boolean }) choosable = false;
  /** Message for an empty table. */
  @property() empty = '';
  /** Download addresses. */
  @property() csv: string | undefined;
  @property() xlsx: string | undefined;

  @state() private search = '';
  @state() private offset = 0;
  @state() private narrow = false;

  private readonly sizes = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    this.narrow = width > 0 && width < Math.max(NARROW_PX, COLUMN_PX * this.columns.length);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('rows') && this.total === undefined && this.offset >= this.rows.length) {
      this.offset = 0;
    }
  }

  private ask(): void {
    if (this.total !== undefined) {
      const { order, search, offset, limit } = this;
      this.emit('sp-query', { order, search, offset, limit } satisfies TableQuery);
    }
  }

  private sort(order: Order): void {
    this.order = order;
    this.offset = 0;
    this.ask();
  }

  private turn(pages: number): void {
    this.offset = Math.max(0, this.offset + pages * this.limit);
    this.ask();
  }

  private readonly seek = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.offset = 0;
    this.ask();
  };

  override render(): TemplateResult {
    const remote = this.total !== undefined;
    const rows = remote
      ? this.rows
      : sorted(found(this.rows, this.columns, this.search), this.order);
    const shown = remote ? rows : rows.slice(this.offset, this.offset + this.limit);
    return html`${this.drawTools()}
      <table
        part="table"
        role="table"
        class=${this.narrow ? 'cards' : ''}
        aria-label=${this.heading || nothing}
      >
        <thead>
          <tr>
            ${this.columns.map((column) => this.drawHead(column))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            shown,
            ({ key }) => key,
            (row) => this.drawRow(row),
          )}
        </tbody>
      </table>
      ${shown.length === 0 ? html`<p class="none">${this.search ? this.messages.noMatch : this.empty || this.messages.noRows}</p>` : nothing}
      ${this.drawFoot(shown.length, this.total ?? rows.length)}`;
  }

  private drawTools(): TemplateResult {
    const { messages } = this;
    const sortable = this.columns.filter(({ fixed }) => !fixed);
    return html`<div class="tools" part="tools">
      ${this.searchable ? html`<input type="search" aria-label=${messages.search} placeholder=${messages.search} .value=${this.search} @input=${this.seek} />` : nothing}
      <slot name="tools"></slot>
      ${this.narrow && sortable.length > 1 ? this.drawOrder(sortable) : nothing}
      ${exportMenu(this.csv, this.xlsx)}
    </div>`;
  }

  /** Cards have no headers to click. */
  private drawOrder(columns: readonly Column[]): TemplateResult {
    const order = (event: Event): void => {
      const [column = '', way] = (event.target as HTMLSelectElement).value.split(' ');
      this.sort({ column, descending: way === 'down' });
    };
    return html`<select class="order" aria-label=${this.messages.sortBy} @change=${order}>
      ${this.order ? nothing : html`<option>${this.messages.sortBy}…</option>`}
      ${columns.flatMap(({ id, label }) =>
        [false, true].map(
          (descending) =>
            html`<option
              value=${`${id} ${descending ? 'down' : 'up'}`}
              .selected=${this.order?.column === id && this.order.descending === descending}
            >
              ${label}, ${descending ? this.messages.descending : this.messages.ascending}
            </option>`,
        ),
      )}
    </select>`;
  }

  private drawHead(column: Column): TemplateResult {
    const { order } = this;
    const mine = order?.column === column.id;
    const way = mine ? (order.descending ? 'descending' : 'ascending') : 'none';
    if (column.fixed) {
      return html`<th scope="col" class=${side(column)}>
        ${column.silent ? html`<span class="unseen">${column.label}</span>` : column.label}
      </th>`;
    }
    return html`<th scope="col" class=${side(column)} aria-sort=${way}>
      <button
        type="button"
        @click=${() => {
          this.sort(turned(order, column));
        }}
      >
        ${column.label}<span class="arrow" aria-hidden="true"
          >${mine ? (order.descending ? '↓' : '↑') : ''}</span
        >
      </button>
    </th>`;
  }

  private drawRow(row: Row): TemplateResult {
    const choose = (): void => {
      this.emit('sp-row', row);
    };
    const click = (event: Event): void => {
      if (
        !event.composedPath().some((node) => node instanceof Element && node.matches('a, button'))
      ) {
        choose();
      }
    };
    const choosable = this.choosable && row.href === undefined;
    return html`<tr
      role="row"
      class=${choosable ? 'clickable' : ''}
      @click=${choosable ? click : nothing}
    >
      ${this.columns.map((column, index) => drawCell(row, column, index === 0, choosable ? choose : undefined))}
    </tr>`;
  }

  private drawFoot(shown: number, total: number): unknown {
    if (total <= this.limit && this.offset === 0) {
      return nothing;
    }
    const { messages, offset } = this;
    const range = messages.range(number(offset + 1), number(offset + shown), number(total));
    return html`<div class="foot">
      <span role="status">${range}</span>
      <button
        type="button"
        aria-label=${messages.previousPage}
        ?disabled=${offset === 0}
        @click=${() => {
          this.turn(-1);
        }}
      >
        ‹
      </button>
      <button
        type="button"
        aria-label=${messages.nextPage}
        ?disabled=${offset + shown >= total}
        @click=${() => {
          this.turn(1);
        }}
      >
        ›
      </button>
    </div>`;
  }
}
