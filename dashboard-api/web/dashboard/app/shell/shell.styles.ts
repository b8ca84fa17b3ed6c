import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-height: 100vh;
  }
  .skip {
    position: absolute;
    z-index: 30;
    left: 0.5rem;
    top: -4rem;
    padding: 0.6rem 1rem;
    background: var(--sp-accent);
    color: var(--sp-on-accent);
    border-radius: var(--sp-radius-small);
  }
  .skip:focus {
    top: 0.5rem;
  }
  .frame {
    display: grid;
    grid-template-columns: 15.75rem minmax(0, 1fr);
    min-height: 100vh;
  }
  .side {
    position: sticky;
    top: 0;
    height: 100vh;
    overflow-y: auto;
    display: flex;
    flex-direction: column;
    gap: 1rem;
    padding: 1.1rem 0.75rem 0.9rem;
    border-right: 1px solid var(--sp-line);
    background: var(--sp-surface);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    padding: 0 0.6rem;
    color: var(--sp-text);
    font-size: 1.06rem;
    font-weight: 680;
    letter-spacing: -0.01em;
    text-decoration: none;
  }
  .brand img {
    width: 1.75rem;
    height: 1.75rem;
  }
  nav {
    flex: 1;
  }
  nav h2 {
    margin: 1rem 0.6rem 0.3rem;
    color: var(--sp-muted);
    font-size: 0.78rem;
    font-weight: 600;
  }
  nav ul,
  .menu ul {
    list-style: none;
  }
  nav a {
    display: flex;
    align-items: center;
    gap: 0.7rem;
    min-height: 2.4rem;
    padding: 0 0.6rem;
    border-radius: var(--sp-radius-small);
    color: var(--sp-text);
    text-decoration: none;
  }
  nav a:hover {
    background: var(--sp-sunken);
    color: var(--sp-text);
  }
  nav a[aria-current] {
    background: var(--sp-accent-soft);
    color: var(--sp-accent-strong);
    font-weight: 620;
  }
  .menu {
    display: grid;
    gap: 0.5rem;
    padding-top: 0.8rem;
    border-top: 1px solid var(--sp-line);
  }
  header.top {
    display: none;
  }
  main {
    min-width: 0;
    padding: 1.6rem clamp(1rem, 2.6vw, 2.4rem) 3rem;
  }
  /* It takes the focus after a change of the view, for screen readers. It is no control. */
  main:focus-visible {
    outline: none;
  }
  main > * {
    max-width: 88rem;
    margin-inline: auto;
  }
  .alone {
    display: grid;
    grid-template: auto 1fr / minmax(0, 1fr);
    min-height: 100vh;
  }
  .alone .corner {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 1rem clamp(1rem, 3vw, 2rem);
  }
  .alone .help {
    display: inline-flex;
    align-items: center;
    min-height: 2rem;
    margin-inline-start: auto;
  }
  .missing {
    display: grid;
    justify-items: start;
    gap: 0.8rem;
  }
  dialog {
    width: min(20rem, 86vw);
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0 auto 0 0;
    padding: 0;
    border: 0;
    background: var(--sp-surface);
    color: inherit;
    box-shadow: var(--sp-shadow);
  }
  dialog::backdrop {
    background: rgb(10 16 20 / 45%);
  }
  dialog .side {
    height: 100%;
    border: 0;
  }
  dialog .closing {
    display: flex;
    justify-content: space-between;
    align-items: center;
  }
  @media (max-width: 60rem) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
    }
    .frame > .side {
      display: none;
    }
    header.top {
      position: sticky;
      z-index: 10;
      top: 0;
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: 0.45rem 0.6rem 0.45rem 0.5rem;
      border-bottom: 1px solid var(--sp-line);
      background: var(--sp-surface);
    }
    main {
      padding-top: 1.1rem;
    }
  }
  @media print {
    .side,
    header.top {
      display: none;
    }
    .frame {
      display: block;
    }
  }
`;
