import { html, type TemplateResult } from 'lit';
import type { Metric, Overview } from '../../../api/schema.js';
import { number } from '../../app/format.js';
import { countedFromText } from '../../app/change.js';
import { isCovered } from './sums.js';
import { messages } from './messages.js';
import '../../components/stat-tile/stat-tile.js';

/** Draws the sum of the running month or year, with its change or since when it is counted. */
export function comparedTile(
  label: string,
  period: 'month' | 'year',
  overview: Overview,
  metric: Metric,
): TemplateResult {
  const { now, change, countedFrom } = overview.all[period];
  return html`<sp-stat-tile
    label=${label}
    value=${number(now[metric])}
    .change=${countedFrom === undefined ? change[metric] : undefined}
    note=${
      countedFrom === undefined
        ? noteOf(change[metric], period, overview)
        : countedFromText(countedFrom)
    }
  ></sp-stat-tile>`;
}

function noteOf(change: number | null, period: 'month' | 'year', { sites }: Overview): string {
  if (change === null) {
    return '';
  }
  const same = sites.filter((site) => isCovered(site[period])).length;
  return sites.some((site) => site[period].countedFrom !== undefined)
    ? messages().sameSites(number(same))
    : messages().sameDays;
}
