import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../app/icons.js';
import { messages } from '../messages.js';

/** Draws a button that opens a list of files to download, or nothing without files. */
export function exportMenu(csv: string | undefined, xlsx: string | undefined): unknown {
  return csv || xlsx
    ? html`<details class="export" @keydown=${onKey} @click=${onClick} @focusout=${onLeave}>
        <summary class="button">${icon('download')}${messages().download}</summary>
        <div class="menu">${link(xlsx, messages().xlsx)}${link(csv, messages().csv)}</div>
      </details>`
    : nothing;
}

function link(address: string | undefined, text: string): TemplateResult | typeof nothing {
  return address ? html`<a href=${address} download>${text}</a>` : nothing;
}

function onKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key === 'Escape' && menu.open) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
}

function onClick(event: Event): void {
  if (event.target instanceof HTMLAnchorElement) {
    (event.currentTarget as HTMLDetailsElement).open = false;
  }
}

function onLeave(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) {
    menu.open = false;
  }
}
