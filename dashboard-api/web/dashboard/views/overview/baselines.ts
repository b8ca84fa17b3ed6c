import { css, html, nothing } from 'lit';
import type { Baseline, BaselineChange, Metric } from '../../../api/schema.js';
import { number, time } from '../../app/format.js';
import { metricNames } from '../../app/metric.js';
import { to } from '../../app/router.js';
import { messages } from './messages.js';

/** Longest list that is open at once. */
const OPEN = 10;

export const baselineStyles = css`
  .baselines summary {
    cursor: pointer;
    font-weight: 600;
  }
  .baselines li {
    margin-top: 0.5rem;
    overflow-wrap: anywhere;
  }
`;

/** Draws all changes of baselines, or nothing if there are none. */
export function baselines(changes: readonly BaselineChange[], metric: Metric): unknown {
  return changes.length === 0
    ? nothing
    : html`<details class="panel baselines" ?open=${changes.length <= OPEN}>
        <summary>${messages().baselineChanges(number(changes.length))}</summary>
        <p class="muted small">${messages().baselineLead}</p>
        <ol>
          ${changes.map(
            ({ site, name, at, by, before, after }) =>
              html`<li>
                ${time(at)} · ${by} ·
                <a href=${to(`total/${encodeURIComponent(site)}`)}>${name}</a>:
                ${text(before, metric)} → ${text(after, metric)}
                ${metricNames()[metric].toLowerCase()}
              </li>`,
          )}
        </ol>
      </details>`;
}

function text(baseline: Baseline | undefined, metric: Metric): string {
  return baseline ? number(baseline[metric]) : messages().noBaseline;
}
