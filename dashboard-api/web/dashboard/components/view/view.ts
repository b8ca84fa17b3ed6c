import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { SpElement } from '../../app/element.js';
import type { Problem } from '../../app/api/problem.js';
import type { Place } from '../../app/router.js';
import { failed, states } from '../../app/states.js';
import { base, controls } from '../../app/styles/base.js';
import { fields } from '../field/field.styles.js';
import { marks } from './marks.styles.js';
import { view } from './view.styles.js';

/** Base class of the management views: it has a place and the styles of tables and forms. */
export abstract class SpView extends SpElement {
  static override styles: CSSResultGroup = [base, controls, states, fields, marks, view];

  @property({ attribute: false }) place: Place | undefined;

  /** Query of the address. */
  protected queryValue(name: string): string | undefined {
    return this.place?.query.get(name) ?? undefined;
  }
}

/** Link back to the parent view. */
export interface Back {
  readonly href: string;
  readonly text: string;
}

/** Draws the head of a view: title, introduction, actions and back link. */
export function head(
  title: string,
  lead?: unknown,
  actions?: unknown,
  back?: Back,
): TemplateResult {
  return html`<header class="head">
    <div>
      ${back ? html`<a class="back" href=${back.href}>← ${back.text}</a>` : nothing}
      <h1>${title}</h1>
      ${lead ? html`<p class="muted">${lead}</p>` : nothing}
    </div>
    ${actions ? html`<div class="actions">${actions}</div>` : nothing}
  </header>`;
}

/** Draws a view whose object cannot be shown, with a heading and the way back. */
export function lost(
  title: string,
  back: Back,
  problem: Problem,
  retry: () => void,
): TemplateResult {
  return html`${head(title, undefined, undefined, back)}
    <div class="panel">${failed(problem, retry)}</div>`;
}
