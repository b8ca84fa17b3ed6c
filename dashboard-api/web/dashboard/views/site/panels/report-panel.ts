import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { api, type Query } from '../../../app/api/client.js';
import { SpElement } from '../../../app/element.js';
import { exportStyles } from '../../../app/exports.js';
import { segmentStyles } from '../../../app/segments.js';
import { states } from '../../../app/states.js';
import { base, controls } from '../../../app/styles/base.js';
import { asQuery, type ReportQuery } from '../report-query.js';
import { panelStyles } from './panel.styles.js';

/** Base class of the report panels. Each loads its own part. */
export abstract class ReportPanel extends SpElement {
  static override styles: CSSResultGroup = [
    base,
    controls,
    states,
    segmentStyles,
    exportStyles,
    panelStyles,
  ];

  @property({ attribute: false }) reportQuery: ReportQuery | undefined;
  /** Increases whenever today's figures must be reloaded. */
  @property({ attribute: false }) tick = 0;

  /** Loads a report for the query. */
  protected ask<T>(report: string, signal: AbortSignal, more: Query = {}): Promise<T> {
    const query = { ...(this.reportQuery ? asQuery(this.reportQuery) : {}), ...more };
    return api.get<T>(`reports/${report}`, { query, signal });
  }

  /** Requests a change of the address: a filter, the metric or the chosen day. */
  protected change(changes: Readonly<Record<string, string | undefined>>): void {
    this.dispatchEvent(
      new CustomEvent('sp-question', { detail: changes, bubbles: true, composed: true }),
    );
  }
}
