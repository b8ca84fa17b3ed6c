import { shared } from '../shared';

export const STYLES = `${shared.COMMON}
:host([hidden]){display:none!important}
.b{--e:#a8071a}.dark{--e:#ff9c9c}@media(prefers-color-scheme:dark){.auto{--e:#ff9c9c}}
.loading{min-height:10em}
fieldset,p,h1,h2,h3,h4,h5,h6{margin:0;padding:0;border:0;min-width:0}
legend,.q{font-size:1em;font-weight:600;margin:0 0 .4em;padding:0}
.o{margin:.4em 0}
label{display:flex;gap:.5em;align-items:baseline;padding:.15em 0;cursor:pointer}
input{font:inherit;accent-color:var(--sitepulse-accent,var(--a));margin:0;flex:none;width:1.1em;height:1.1em;position:relative;top:.15em}
.f{display:block;font-size:.85em;color:var(--sitepulse-muted,var(--m))}
.w{height:.5em;border-radius:.25em;background:var(--sitepulse-track,var(--l));overflow:hidden;border:1px solid transparent}
.w div{height:100%;background:var(--sitepulse-accent,var(--a));forced-color-adjust:none;transition:width .3s}
@media(prefers-reduced-motion:reduce){.w div{transition:none}}
.y{font-weight:600}
.k{display:flex;flex-wrap:wrap;gap:.5em;margin:.6em 0}
button{font:inherit;padding:.35em 1em;border:1px solid var(--sitepulse-accent,var(--a));border-radius:var(--sitepulse-radius,6px);background:var(--sitepulse-accent,var(--a));color:var(--sitepulse-on-accent,var(--t));cursor:pointer}
button.z{background:none;color:var(--sitepulse-accent,var(--a))}
[aria-disabled=true]{opacity:.6;cursor:default}
:focus-visible{outline:2px solid var(--sitepulse-accent,var(--a));outline-offset:2px}
.e{color:var(--sitepulse-error,var(--e))}
.e:empty{display:none}
`;
