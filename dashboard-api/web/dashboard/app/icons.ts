import { html, svg, type TemplateResult } from 'lit';

const PATHS = {
  overview: svg`<path d="M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z" />`,
  chart: svg`<path d="M4 4v16h16M8 15l3.5-4 3 2.5L20 7" />`,
  review: svg`<path d="M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7" />`,
  issued: svg`<path d="M6 3h9l4 4v6M15 3v4h4M11 21H6V3M9 9h4" /><circle cx="16.5" cy="17" r="3.5" /><path d="m15 17.2 1.1 1 1.9-2.1" />`,
  target: svg`<circle cx="12" cy="12" r="8.5" /><circle cx="12" cy="12" r="4.5" /><circle cx="12" cy="12" r=".8" />`,
  poll: svg`<path d="M5 20v-7M12 20V4M19 20v-10" stroke-width="3" />`,
  sites: svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2" /><path d="M3.5 9h17M7 6.8h.01M9.5 6.8h.01" />`,
  accounts: svg`<circle cx="9" cy="8" r="3.5" /><path d="M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.7 3.5 5.5" />`,
  changes: svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3.5 2" />`,
  calendar: svg`<rect x="4" y="5" width="16" height="15" rx="2" /><path d="M4 10h16M8.5 3v4M15.5 3v4" />`,
  note: svg`<rect x="4" y="5" width="16" height="15" rx="2" /><path d="M4 10h16M8.5 3v4M15.5 3v4M8 13.5h8M8 16.5h5" />`,
  key: svg`<circle cx="8" cy="15" r="4" /><path d="m11 12 8-8M16 7l3 3" />`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16" />`,
  close: svg`<path d="m6 6 12 12M18 6 6 18" />`,
  down: svg`<path d="m6 9 6 6 6-6" />`,
  up: svg`<path d="m6 15 6-6 6 6" />`,
  left: svg`<path d="m15 6-6 6 6 6" />`,
  right: svg`<path d="m9 6 6 6-6 6" />`,
  search: svg`<circle cx="11" cy="11" r="6.5" /><path d="m16 16 4.5 4.5" />`,
  download: svg`<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15" />`,
  device: svg`<rect x="3" y="4.5" width="18" height="12" rx="1.5" /><path d="M9 20h6M12 16.5V20" />`,
  shield: svg`<path d="M12 3 4.5 6v6c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V6zM9 12l2.2 2.2L15 10" />`,
  user: svg`<circle cx="12" cy="8" r="4" /><path d="M4.5 20.5c.6-4.3 3.4-6.5 7.5-6.5s6.9 2.2 7.5 6.5" />`,
  out: svg`<path d="M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5" />`,
  sun: svg`<circle cx="12" cy="12" r="4" /><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4" />`,
  moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />`,
  auto: svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor" />`,
  warn: svg`<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.3h.01" />`,
  info: svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 11v5M12 8h.01" />`,
  plus: svg`<path d="M12 5v14M5 12h14" />`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  copy: svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2" /><path d="M15.5 8.5v-4h-11v11h4" />`,
  edit: svg`<path d="m4 20 1-4.5L16 4.5l3.5 3.5-11 11zM13.5 7l3.5 3.5" />`,
  trash: svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5" />`,
  link: svg`<path d="M13 5h6v6M19 5l-8.5 8.5M11 6H5v13h13v-6" />`,
  filter: svg`<path d="M4 5h16l-6 7.5V19l-4-2v-4.5z" />`,
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon beside a text. Screen readers ignore it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${PATHS[name]}
  </svg>`;
}
