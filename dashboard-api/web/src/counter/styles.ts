import { COMMON } from '../widget/base';

/**
 * The `ch` widths reserve space for the numbers and the line of the note is always there, so that
 * nothing in the page moves when they arrive. Half of it is in the padding, so that it does not look
 * like an empty line. In a line of text they would be gaps.
 */
export const STYLES = `${COMMON}
:host([layout=inline]),:host([layout=badge]){display:inline-block!important}
:host([hidden]){display:none!important}
dl,dt,dd{margin:0}
.i{display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:.75em}
dt{color:var(--sitepulse-muted,var(--m))}
dd{font-weight:600;min-width:6ch;margin-left:auto;text-align:right}
.online dd{min-width:3ch}.year dd,.total dd{min-width:8ch}
.n{margin:.1em 0 -.9em;text-align:right}
.inline,.badge{max-width:none;border:0;padding:0;background:none;color:inherit}
.inline{background:var(--sitepulse-background,none);color:var(--sitepulse-color,inherit)}
.inline *,.badge dl,.badge .n{display:inline;color:inherit}
.inline dt::after{content:": "}
.inline .i+.i::before{content:"· "}
.badge .i{display:inline-flex;max-width:100%;column-gap:0;margin:.1em .3em .1em 0;border-radius:var(--sitepulse-radius,6px);overflow:hidden;border:1px solid var(--sitepulse-border,var(--l));font-size:.85em}
.badge dt,.badge dd{flex:auto;padding:.1em .5em}
.badge dt{color:var(--sitepulse-color,var(--c));background:var(--sitepulse-background,var(--g))}
.badge dd{background:var(--sitepulse-accent,var(--a));color:var(--sitepulse-on-accent,var(--t));text-align:center}
`;
