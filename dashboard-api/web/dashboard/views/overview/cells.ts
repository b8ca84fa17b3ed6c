import { html, nothing, svg, type TemplateResult } from 'lit';
import type {
  Metric,
  OverviewLine,
  PeriodComparison,
  TargetProgress,
} from '../../../api/schema.js';
import { changeText, countedFromText } from '../../app/change.js';
import { number, share } from '../../app/format.js';
import { periodInText } from '../../app/period.js';
import { to } from '../../app/router.js';
import type { OverviewFigures } from './sums.js';
import { messages } from './messages.js';

/** Draws the name of a site as a link to its reports, with badges. `badge`: samples are marked. */
export function siteName(site: OverviewLine, badge: boolean): TemplateResult {
  const merged = site.predecessors.length;
  return html`<a href=${to(`site/${encodeURIComponent(site.id)}`)}>${site.name}</a>
    ${badge && site.sample ? sampleBadge() : nothing}
    ${site.archived ? html`<span class="badge">${messages().archived}</span>` : nothing}
    ${merged ? html`<span class="count">${messages().merged(number(merged))}</span>` : nothing}`;
}

/** Draws the badge of sample data. */
export function sampleBadge(): TemplateResult {
  return html`<span class="badge">${messages().sample}</span>`;
}

/** Tells how many sites are shown, and of how many if the account may not see them all. */
export function countText(sites: number, hidden: number): string {
  return hidden > 0
    ? messages().sitesOf(number(sites), number(sites + hidden))
    : messages().sites(number(sites));
}

/** Draws the number of visitors online. Zero is faint, so that active sites stand out. */
export function online(line: OverviewFigures): TemplateResult {
  return line.online > 0
    ? html`<b>${number(line.online)}</b>`
    : html`<span class="none">${number(0)}</span>`;
}

/** Draws the total that counters show, with the baseline in it. */
export function publicTotal(line: OverviewFigures, metric: Metric): TemplateResult {
  const baseline = line.baseline[metric];
  return html`${number(line.total[metric])}${
    baseline > 0
      ? html`<span class="baseline">${messages().withBaseline(number(baseline))}</span>`
      : nothing
  }`;
}

/** Draws the change since the year before, or why there is none. */
export function comparedText(
  { change, countedFrom }: PeriodComparison,
  metric: Metric,
): TemplateResult {
  return changeText(
    change[metric],
    countedFrom === undefined ? undefined : countedFromText(countedFrom),
  );
}

/** Draws the visits of 30 days, or nothing if they are unavailable. */
export function spark(line: OverviewFigures, name: string): unknown {
  return line.spark
    ? html`<sp-spark-line .values=${line.spark} label=${messages().sparkOf(name)}></sp-spark-line>`
    : nothing;
}

/** Draws the progress of a target as text and bar. Above 100% the bar is full. */
export function goal(target: TargetProgress | null | undefined, metric?: Metric): unknown {
  if (!target) {
    return html`<span class="muted small">${messages().noTarget}</span>`;
  }
  const done = target.share ?? 0;
  const plan = messages().plan(share(target.share), periodInText(target.period));
  return html`<div class="goal ${done >= 1 ? 'reached' : ''}" title=${plan}>
    <span class="text">${metric ? plan : messages().attained(share(target.share))}</span>
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4"></rect>
      ${svg`<rect class="done" width=${String(Math.min(100, 100 * done))} height="4"></rect>`}
    </svg>
  </div>`;
}
