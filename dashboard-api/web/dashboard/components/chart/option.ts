import type { EChartsCoreOption } from 'echarts/core';
import { short } from '../../app/format.js';
import { cell, type Kind } from '../format.js';
import { areas, type Mark } from './marks.js';

/** A line or a group of bars. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Series that the first one is compared with, drawn dashed and grey in the background. */
  readonly compared?: boolean;
}

/** Content of a chart. */
export interface ChartModel {
  readonly kind: 'line' | 'bar';
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Marked points. */
  readonly marks?: readonly Mark[];
  readonly unit: Kind;
  /** Horizontal bars with labels at the left. */
  readonly lying: boolean;
  readonly motion: boolean;
  readonly colors: Colors;
}

export interface Colors {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly compare: string;
  readonly font: string;
  readonly series: readonly string[];
}

/**
 * Builds the ECharts option of a chart. Tooltips are drawn, not HTML, because the Content Security
 * Policy forbids inline styles.
 */
export function option(model: ChartModel): EChartsCoreOption {
  const { colors, lying } = model;
  const names = {
    type: 'category',
    data: [...model.labels],
    boundaryGap: model.kind === 'bar',
    inverse: lying,
    axisLine: { lineStyle: { color: colors.line } },
    // The ticks are the ends of the areas of marks.
    axisTick: { show: false, interval: 0 },
    axisLabel: {
      color: colors.muted,
      hideOverlap: true,
      ...(lying ? { width: 150, overflow: 'truncate' } : {}),
    },
  };
  const values = {
    type: 'value',
    splitNumber: 4,
    minInterval: model.unit === 'count' ? 1 : undefined,
    splitLine: { lineStyle: { color: colors.line } },
    axisLabel: {
      color: colors.muted,
      hideOverlap: true,
      formatter: (value: number) => axis(value, model),
    },
  };
  return {
    animation: model.motion,
    animationDuration: 300,
    aria: { enabled: false },
    color: [...colors.series],
    textStyle: { fontFamily: colors.font },
    grid: {
      left: 8,
      right: lying ? 24 : 12,
      top: 14,
      bottom: 4,
      containLabel: true,
    },
    legend: { show: false },
    tooltip: tooltip(model),
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: model.series.map((one, index) => series(one, index, model)),
  };
}

function tooltip({ kind, colors, unit }: ChartModel): object {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    axisPointer: { type: kind === 'bar' ? 'shadow' : 'line', lineStyle: { color: colors.muted } },
    backgroundColor: colors.surface,
    borderColor: colors.line,
    textStyle: { color: colors.text, fontFamily: colors.font, fontSize: 13 },
    valueFormatter: (value: unknown) => cell(value, unit),
  };
}

function series({ name, values, compared }: Series, index: number, model: ChartModel): object {
  const color = compared ? model.colors.compare : (model.colors.series[index] ?? model.colors.text);
  const { marks = [] } = model;
  const common = {
    name,
    data: [...values],
    itemStyle: { color },
    z: compared ? 1 : 3,
    ...(index === 0 && marks.length > 0 ? { markArea: areas(marks, model.colors) } : {}),
  };
  if (model.kind === 'bar') {
    return {
      ...common,
      type: 'bar',
      barMaxWidth: 26,
      itemStyle: { color, borderRadius: 2 },
    };
  }
  return {
    ...common,
    type: 'line',
    symbol: 'circle',
    symbolSize: 6,
    showSymbol: values.length < 3,
    connectNulls: false,
    lineStyle: {
      color,
      width: compared ? 1.5 : 2 + 3 * hiding(index, model.series),
      type: compared ? [5, 4] : 'solid',
    },
    ...(compared || index > 0 ? {} : { areaStyle: { color, opacity: 0.08 } }),
  };
}

/**
 * Number of later lines that run over a line somewhere. It is drawn wider by so much that it is
 * seen on both sides of them.
 */
function hiding(index: number, all: readonly Series[]): number {
  const { values } = all[index] as Series;
  const same = (other: Series, at: number): boolean =>
    values[at] !== null && values[at] === other.values[at];
  return all
    .slice(index + 1)
    .filter(
      (other) =>
        !other.compared && values.some((_, at) => at > 0 && same(other, at) && same(other, at - 1)),
    ).length;
}

function axis(value: number, { unit }: ChartModel): string {
  return unit === 'count' ? short(value) : cell(value, unit);
}
