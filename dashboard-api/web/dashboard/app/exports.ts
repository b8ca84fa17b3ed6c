import { css, html, type TemplateResult } from 'lit';
import { address, type Query } from './api/client.js';
import { icon } from './icons.js';
import { dictionary, language } from './language.js';

const messages = dictionary(
  { group: (what: string) => `Tải xuống: ${what}`, csv: 'CSV', xlsx: 'Excel' },
  { group: (what: string) => `Download: ${what}`, csv: 'CSV', xlsx: 'Excel' },
);

/** Returns the address of a report as a file, in the language of the page. */
export function fileOf(
  path: string,
  format: 'csv' | 'xlsx' | 'pdf' | 'docx',
  query: Query = {},
): string {
  return address(path, { ...query, format, language: language() });
}

/** Draws links to a table as a file. `what` names the table. */
export function exports(what: string, path: string, query: Query = {}): TemplateResult {
  return html`<span class="exports" role="group" aria-label=${messages().group(what)}>
    ${icon('download')}
    <a href=${fileOf(path, 'xlsx', query)} download>${messages().xlsx}</a>
    <a href=${fileOf(path, 'csv', query)} download>${messages().csv}</a>
  </span>`;
}

export const exportStyles = css`
  .exports {
    display: inline-flex;
    align-items: center;
    gap: 0.55rem;
    color: var(--sp-muted);
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .exports a {
    min-width: 1.75rem;
    padding: 0.25rem 0;
    text-align: center;
  }
  @media print {
    .exports {
      display: none;
    }
  }
`;
