/**
 * Replaces ECharts in tests without a canvas: `vi.mock('…/chart/echarts.js', () =>
 * import('…/chart/echarts-stub.js'))`.
 */
const nothing = (): void => undefined;

export const init = (): object => ({
  setOption: nothing,
  resize: nothing,
  dispose: nothing,
  getZr: () => ({ on: nothing }),
});
