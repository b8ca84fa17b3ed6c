/** Stands for ECharts where there is no canvas: `vi.mock('…/chart/echarts.js', () => import('…/chart/fake.js'))`. */
const nothing = (): void => undefined;

export const init = (): object => ({
  setOption: nothing,
  resize: nothing,
  dispose: nothing,
  getZr: () => ({ on: nothing }),
});
