import { html, nothing, type TemplateResult } from 'lit';
import { api } from '../../app/api/client.js';
import type {
  IssuedReviewResponse,
  OpenedReviewResponse,
  ReviewChangesResponse,
} from '../../../api/schema.js';
import { fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { time } from '../../app/format.js';
import { icon } from '../../app/icons.js';
import { language } from '../../app/language.js';
import { to } from '../../app/router.js';
import { empty, failed, waiting } from '../../app/states.js';
import { setTitle } from '../../app/title.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { scopeName, visibleScopes } from '../../components/view/scopes.js';
import { head, lost, SpView } from '../../components/view/view.js';
import { drawDocument } from '../review/document.js';
import { styles } from '../review/review.styles.js';
import { drawChanges } from './changes.js';
import { messages } from './messages.js';

interface IssuedRow extends Row {
  readonly issued: IssuedReviewResponse;
}

/** Issued reviews: the list at `issued`, one of them at `issued/2026-1`. */
export class IssuedView extends SpView {
  static override styles = [SpView.styles, styles];

  private readonly scopes = visibleScopes(this);
  private readonly list = new Fetching(
    this,
    () => (this.one === undefined ? ([] as []) : undefined),
    (signal) => api.get<IssuedReviewResponse[]>('issued-reviews', { signal }),
  );
  private readonly opened = new Fetching(
    this,
    () => (this.one === undefined ? undefined : ([this.one] as [string])),
    (signal, id) =>
      api.get<OpenedReviewResponse>(pathOf(id), { signal }).then((opened) => {
        setTitle(messages().numbered(opened.number, opened.year), opened.title);
        return opened;
      }),
  );
  private readonly changes = new Fetching(
    this,
    () =>
      this.one === undefined || !this.opened.latest
        ? undefined
        : ([this.one, language()] as [string, string]),
    (signal, id, lang) =>
      api.get<ReviewChangesResponse>(`${pathOf(id)}/changes`, {
        signal,
        query: { language: lang },
      }),
  );

  private get one(): string | undefined {
    return this.place?.params['id'];
  }

  protected override render(): TemplateResult {
    return this.one === undefined ? this.drawList() : this.drawOne(this.one);
  }

  private drawList(): TemplateResult {
    const make = html`<a class="button" href=${to('review')}>${messages().review}</a>`;
    return html`${head(messages().title, messages().lead, make)}
    ${this.list.draw({
      waiting: () => html`<div class="panel">${waiting(5)}</div>`,
      failed: (problem, retry) => html`<div class="panel">${failed(problem, retry)}</div>`,
      ready: (issued) =>
        html`<div class="panel">
          ${
            issued.length === 0
              ? empty(messages().none, html`<p>${messages().noneMore}</p>`, 'review')
              : this.drawTable(issued)
          }
        </div>`,
    })}`;
  }

  private drawTable(issued: readonly IssuedReviewResponse[]): TemplateResult {
    const columns: Column<IssuedRow>[] = [
      { id: 'number', label: messages().number, kind: 'text' },
      { id: 'title', label: messages().document, kind: 'text' },
      { id: 'scope', label: messages().scope, kind: 'text' },
      {
        id: 'at',
        label: messages().at,
        kind: 'count',
        draw: ({ issued: { at } }) => time(at),
      },
      { id: 'by', label: messages().by, kind: 'text' },
    ];
    const rows = issued.map((one): IssuedRow => ({
      key: one.id,
      issued: one,
      href: to(`issued/${one.id}`),
      values: {
        number: `${String(one.number)}/${String(one.year)}`,
        title: one.title,
        scope: this.about(one),
        at: one.at,
        by: one.by,
      },
    }));
    return html`<sp-data-table
      heading=${messages().title}
      searchable
      .columns=${columns}
      .rows=${rows}
    ></sp-data-table>`;
  }

  /** The scope, and the organisation that issued the review in its own name. */
  private about({ scope, scopeName, organisation }: IssuedReviewResponse): string {
    const name = scopeName ?? this.presentName(scope);
    return organisation ? `${name} (${organisation})` : name;
  }

  /** The name of a scope where the review has none: earlier ones of groups kept only the id. */
  private presentName(scope: string): string {
    const name = scopeName(this.scopes.latest, scope);
    return scope.startsWith('group:') ? messages().presentName(name) : name;
  }

  private drawOne(id: string): TemplateResult {
    const back = { href: to('issued'), text: messages().title };
    return html`${this.opened.draw({
      waiting: () => html`${head(messages().title, undefined, undefined, back)}${waiting(6)}`,
      failed: (problem, retry) => lost(messages().title, back, problem, retry),
      ready: (opened) =>
        html`${head(messages().numbered(opened.number, opened.year), undefined, drawFiles(id), back)}
          ${
            opened.intact
              ? nothing
              : html`<div class="notice bad" role="alert"><p>${messages().damaged}</p></div>`
          }
          <div class="panel changes">
            <h2>${messages().changes}</h2>
            ${this.changes.draw({
              waiting: () => html`<p class="muted">${messages().comparing}</p>`,
              failed,
              ready: drawChanges,
            })}
          </div>
          <article class="paper">${drawDocument(opened.review)}</article>`,
    })}`;
  }
}

function drawFiles(id: string): TemplateResult {
  return html`<a class="button primary" href=${fileOf(pathOf(id), 'pdf')} download
      >${icon('download')}${messages().pdf}</a
    >
    <a class="button" href=${fileOf(pathOf(id), 'docx')} download
      >${icon('download')}${messages().docx}</a
    >
    <a class="button" href=${fileOf(pathOf(id), 'xlsx')} download
      >${icon('download')}${messages().xlsx}</a
    >`;
}

function pathOf(id: string): string {
  return `issued-reviews/${encodeURIComponent(id)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-issued-view': IssuedView;
  }
}
