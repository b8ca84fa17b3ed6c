import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { DayMark, Metric, TimeSeries, TimeSeriesPoint } from '../../../../api/schema.js';
import { exports } from '../../../app/exports.js';
import { Fetching } from '../../../app/fetching.js';
import { day, dayShort, weekday } from '../../../app/format.js';
import { language } from '../../../app/language.js';
import { metricNames, METRICS } from '../../../app/metric.js';
import { monthShort } from '../../../app/period.js';
import { segments } from '../../../app/segments.js';
import { empty, failed, waiting } from '../../../app/states.js';
import type { Point } from '../../../components/chart/chart.element.js';
import { asQuery } from '../report-query.js';
import { messages } from '../messages.js';
import { markList, marksOf } from './day-marks.js';
import { dayMarkStyles } from './day-marks.styles.js';
import { ReportPanel } from './report-panel.js';
import '../../../components/chart/chart.js';

/**
 * Figures over time, each day beside the compared one, with holidays and notes. A day can be
 * chosen.
 */
export class TimeSeriesPanel extends ReportPanel {
  static override styles: CSSResultGroup = [ReportPanel.styles, dayMarkStyles];

  private readonly course = new Fetching<readonly unknown[], TimeSeries>(
    this,
    () => this.reportQuery && [asQuery(this.reportQuery), this.tick],
    (signal) => this.ask<TimeSeries>('course', signal),
  );

  /** Without them the chart is drawn all the same. */
  private readonly marks = new Fetching<readonly unknown[], DayMark[]>(
    this,
    () => this.reportQuery && [this.reportQuery.scope, this.reportQuery.period, language()],
    (signal) => this.ask<DayMark[]>('marks', signal, { language: language() }),
  );

  protected override render(): TemplateResult {
    const metric = this.reportQuery?.metric ?? 'visits';
    return html`<section class="panel">
      <header>
        <h2>${messages().course}</h2>
        ${segments(
          messages().metric,
          'metric',
          METRICS.map((value) => ({ value, text: metricNames()[value] })),
          metric,
          (value) => {
            this.change({ metric: value === 'visits' ? undefined : value });
          },
        )}
        ${
          this.reportQuery
            ? exports(messages().course, 'reports/course', asQuery(this.reportQuery))
            : nothing
        }
      </header>
      ${this.course.draw({
        waiting: () => waiting(1, 'block'),
        failed,
        ready: (course, stale) => this.chart(course, metric, stale),
      })}
    </section>`;
  }

  private chart(course: TimeSeries, metric: Metric, stale: boolean): TemplateResult {
    const { unit, points } = course;
    const days = this.marks.latest ?? [];
    if (points.length === 0) {
      return empty(messages().notBegun);
    }
    const compared = points.some(({ before }) => before !== null && before.views > 0);
    const series = [
      { name: messages().now, values: points.map((point) => point[metric]) },
      ...(compared
        ? [
            {
              name: messages().before,
              values: points.map(({ before }) => before?.[metric] ?? null),
              compared: true,
            },
          ]
        : []),
    ];
    return html`<sp-chart
        class=${stale ? 'stale' : ''}
        kind=${points.length > 2 && unit !== 'hour' ? 'line' : 'bar'}
        heading="${messages().course}: ${metricNames()[metric]}"
        silent
        listed
        .marks=${marksOf(days, course)}
        .labels=${points.map((point) => label(point, unit))}
        .keys=${unit === 'day' ? points.map(({ at }) => at) : []}
        .series=${series}
        @sp-point=${(event: CustomEvent<Point>) => {
          this.change({ day: event.detail.key });
        }}
      ></sp-chart>
      ${markList(days)}
      ${unit === 'day' ? html`<p class="muted small">${messages().dayHint}</p>` : nothing}`;
  }
}

/** Describes a point, and the compared one if its date differs. */
export function label({ at, before }: TimeSeriesPoint, unit: TimeSeries['unit']): string {
  switch (unit) {
    case 'hour':
      return at.slice(11, 16);
    case 'month':
      return monthShort(at);
    case 'day': {
      const name = `${weekday(weekdayOf(at), 'short')} ${dayShort(at)}`;
      return before && before.at.slice(5) !== at.slice(5) ? `${name} (${day(before.at)})` : name;
    }
  }
}

function weekdayOf(iso: string): number {
  return ((new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-course': TimeSeriesPanel;
  }
}
