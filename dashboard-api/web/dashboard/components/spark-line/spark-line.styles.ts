import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    width: var(--sp-spark-width, 6.5rem);
    height: var(--sp-spark-height, 1.75rem);
    vertical-align: middle;
  }
  svg {
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .line {
    fill: none;
    stroke: var(--sp-accent);
    stroke-width: 1.5;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .area {
    fill: var(--sp-accent);
    opacity: 0.1;
  }
  .last {
    stroke: var(--sp-accent);
    stroke-width: 5;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
`;
