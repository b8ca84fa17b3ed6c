import { html, nothing, type TemplateResult } from 'lit';
import type { LiveTotals, PeriodTotals, Summary, TargetProgress } from '../../../api/schema.js';
import { duration, number, OFFICE_ZONE, siteTime } from '../../app/format.js';
import { countedFromText } from '../../app/change.js';
import { language } from '../../app/language.js';
import { metricNames } from '../../app/metric.js';
import { daysName, periodInText, untilName } from '../../app/period.js';
import type { ReportQuery } from './report-query.js';
import { messages } from './messages.js';
import '../../components/attainment/attainment.js';
import '../../components/stat-tile/stat-tile.js';
import './panels/public-total.js';

/** Draws the figures of the period with their changes, and the progress of the target. */
export function tiles(summary: Summary, live: LiveTotals | undefined): TemplateResult {
  const { now, before, change, target } = summary;
  const of = (value: number | null): number | null | undefined =>
    isKnown(before) && summary.countedFrom === undefined ? value : undefined;
  return html`<div class="tiles">
      <sp-stat-tile
        label=${messages().visits}
        value=${number(now.visits)}
        .change=${of(change.visits)}
      ></sp-stat-tile>
      <sp-stat-tile
        label=${messages().views}
        value=${number(now.views)}
        .change=${of(change.views)}
        note=${now.visits > 0 ? messages().viewsPerVisit(ratio(now.views / now.visits)) : ''}
      ></sp-stat-tile>
      <sp-stat-tile
        label=${messages().visitors}
        value=${number(now.visitors)}
        .change=${of(change.visitors)}
        note=${messages().visitorsNote}
      ></sp-stat-tile>
      <sp-stat-tile
        label=${messages().engaged}
        value=${duration(average(now))}
        .change=${of(against(average(now), before && average(before)))}
        note=${messages().engagedTotal(duration(now.engagedMs))}
      ></sp-stat-tile>
      ${
        now.peakOnline
          ? html`<sp-stat-tile
              label=${messages().peak}
              value=${number(now.peakOnline.count)}
              .change=${of(against(now.peakOnline.count, before?.peakOnline?.count))}
              note=${messages().peakAt(siteTime(now.peakOnline.at, summary.zone ?? OFFICE_ZONE))}
            ></sp-stat-tile>`
          : nothing
      }
      ${
        summary.live && live
          ? html`<sp-stat-tile
              class="live"
              label=${messages().online}
              value=${number(live.online)}
              note=${messages().onlineNote}
            ></sp-stat-tile>`
          : nothing
      }
    </div>
    ${target ? goal(target, summary) : nothing} ${publicTotal(summary)}`;
}

function publicTotal({ scope }: Summary): unknown {
  const [kind, site] = scope.split(':');
  return kind === 'site' && site
    ? html`<sp-public-total .site=${site}></sp-public-total>`
    : nothing;
}

/** Draws the progress of the target, with the day of a period that ended before the target's. */
function goal(
  { share: part, period, actual, value, metric, until }: TargetProgress,
  summary: Summary,
): TemplateResult {
  const figures = messages().planOf(
    number(actual),
    number(value),
    metricNames()[metric].toLowerCase(),
  );
  return html`<div class="goal">
    <span class="label">${messages().target} ${periodInText(period)}</span>
    <sp-attainment .share=${part}></sp-attainment>
    <span class="muted small"
      >${figures}${
        summary.live || period === summary.period.text ? nothing : html` · ${untilName(until)}`
      }</span
    >
  </div>`;
}

/** Describes the days of the figures and the compared days. */
export function daysText(summary: Summary): string {
  const { begun, period, compared, partOfDay, before, countedFrom } = summary;
  const parts = [
    begun && begun.to !== period.to ? messages().begun(daysName(begun.from, begun.to)) : '',
    compared ? messages().versus(daysName(compared.from, compared.to), partOfDay) : '',
    compared && countedFrom ? countedFromText(countedFrom) : '',
    compared && !countedFrom && !isKnown(before) ? messages().noBefore : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Tells why there are no figures. */
export function nothingText({ filters }: ReportQuery, { begun }: Summary): string {
  if (!begun) {
    return messages().notBegun;
  }
  return filters.length > 0 ? messages().nothingFiltered : messages().nothing;
}

/** Returns true if there is something to compare with. */
function isKnown(before: PeriodTotals | null): boolean {
  return before !== null && (before.views > 0 || before.visits > 0);
}

/** Average engaged time per visit in milliseconds, null without visits. */
function average({ engagedMs, visits }: PeriodTotals): number | null {
  return visits > 0 ? engagedMs / visits : null;
}

function against(now: number | null, before: number | null | undefined): number | null {
  return now !== null && before ? now / before - 1 : null;
}

function ratio(value: number): string {
  return value.toLocaleString(language() === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}
