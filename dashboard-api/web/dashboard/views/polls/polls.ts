import { html, nothing, type TemplateResult } from 'lit';
import { api } from '../../app/api/client.js';
import type { ManagedPollResponse, Phase, SiteResponse } from '../../../api/schema.js';
import { fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { icon } from '../../app/icons.js';
import { to, withQuery } from '../../app/router.js';
import { time } from '../../app/format.js';
import { empty, failed, waiting } from '../../app/states.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { firstSite } from '../../components/view/first-site.js';
import { mayEdit } from '../../components/view/permissions.js';
import { visibleScopes, type VisibleScopes } from '../../components/view/scopes.js';
import { head, SpView } from '../../components/view/view.js';
import './editor.js';
import './result.js';
import { phaseBadge } from './poll-templates.js';
import { messages } from './messages.js';

const PHASES: readonly Phase[] = ['open', 'scheduled', 'draft', 'closed'];

interface PollRow extends Row {
  readonly poll: ManagedPollResponse;
  readonly zone: string | undefined;
}

/**
 * Polls: the list at `polls` with `?phase=`, a new one at `polls?new=1`, one at `polls/ID`, its
 * form at `polls/ID?edit=1`.
 */
export class PollsView extends SpView {
  private readonly scopes = visibleScopes(this);
  private readonly polls = new Fetching(
    this,
    () => (this.one === undefined ? ([] as []) : undefined),
    (signal) => api.get<ManagedPollResponse[]>('polls', { signal }),
  );

  private get one(): string | undefined {
    return this.place?.params['id'];
  }

  protected override render(): TemplateResult {
    return this.scopes.draw({
      waiting: () => waiting(6),
      failed,
      ready: (scopes) => this.drawPlace(scopes),
    });
  }

  private drawPlace(scopes: VisibleScopes): TemplateResult {
    const { one } = this;
    if (this.queryValue('new') || (one !== undefined && this.queryValue('edit'))) {
      return html`<sp-poll-editor .scopes=${scopes} .poll=${one}></sp-poll-editor>`;
    }
    return one === undefined
      ? this.drawList(scopes)
      : html`<sp-poll-result .scopes=${scopes} .poll=${one}></sp-poll-result>`;
  }

  private drawList(scopes: VisibleScopes): TemplateResult {
    const create = html`<a class="button primary" href=${to('polls', { new: '1' })}
      >${icon('plus')}${messages().create}</a
    >`;
    return html`${head(messages().title, messages().lead, scopes.sites.some(mayEdit) ? create : nothing)}
    ${this.polls.draw({
      waiting: () => html`<div class="panel">${waiting(5)}</div>`,
      failed,
      ready: (polls) =>
        polls.length === 0
          ? html`<div class="panel">${empty(messages().none, advice(scopes), 'poll')}</div>`
          : this.drawTable(polls, scopes),
    })}`;
  }

  private drawTable(polls: readonly ManagedPollResponse[], scopes: VisibleScopes): TemplateResult {
    const phase = this.queryValue('phase');
    const sites = new Map(scopes.sites.map((site) => [site.id, site]));
    const rows = polls
      .filter((poll) => phase === undefined || poll.phase === phase)
      .sort(
        (a, b) =>
          PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || b.participants - a.participants,
      )
      .map((poll) => row(poll, sites.get(poll.site)));
    return html`${this.drawPhases(polls)}
      <div class="panel">
        <sp-data-table
          heading=${messages().title}
          searchable
          .columns=${columns()}
          .rows=${rows}
          csv=${fileOf('polls', 'csv')}
          xlsx=${fileOf('polls', 'xlsx')}
        ></sp-data-table>
      </div>`;
  }

  private drawPhases(polls: readonly ManagedPollResponse[]): TemplateResult {
    const chosen = this.queryValue('phase');
    const tab = (phase: Phase | undefined, name: string): TemplateResult => {
      const n = polls.filter((poll) => phase === undefined || poll.phase === phase).length;
      const href = this.place ? withQuery(this.place, { phase }) : '';
      return html`<a href=${href} aria-current=${chosen === phase ? 'true' : nothing}
        >${name} (${n})</a
      >`;
    };
    return html`<nav class="tabs" aria-label=${messages().state}>
      ${tab(undefined, messages().all)}
      ${PHASES.map((phase) => tab(phase, messages().phase[phase]))}
    </nav>`;
  }
}

function row(poll: ManagedPollResponse, site: SiteResponse | undefined): PollRow {
  return {
    key: poll.id,
    href: to(`polls/${encodeURIComponent(poll.id)}`),
    poll,
    zone: site?.zone,
    values: {
      question: poll.question,
      site: site?.name ?? poll.site,
      phase: messages().phase[poll.phase],
      participants: poll.phase === 'draft' ? null : poll.participants,
      closes: poll.closes ?? null,
    },
  };
}

function columns(): Column<PollRow>[] {
  return [
    { id: 'question', label: messages().question, kind: 'text' },
    { id: 'site', label: messages().site, kind: 'text' },
    {
      id: 'phase',
      label: messages().state,
      kind: 'text',
      draw: ({ poll }) => phaseBadge(poll.phase),
    },
    { id: 'participants', label: messages().participants, kind: 'count' },
    {
      id: 'closes',
      label: messages().closes,
      kind: 'day',
      draw: ({ poll, zone }) => (poll.closes ? time(poll.closes, zone) : '–'),
    },
  ];
}

function advice({ sites }: VisibleScopes): TemplateResult | undefined {
  if (sites.length === 0) {
    return firstSite();
  }
  return sites.some(mayEdit) ? html`<p>${messages().noneMore}</p>` : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-polls-view': PollsView;
  }
}
