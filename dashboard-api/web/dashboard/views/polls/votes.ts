import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ManagedPollResponse, PollVotesResponse } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { define } from '../../app/element.js';
import { Fetching } from '../../app/fetching.js';
import { number, share, time } from '../../app/format.js';
import { failed, waiting } from '../../app/states.js';
import { SpView } from '../../components/view/view.js';
import { path } from './poll-templates.js';
import { votesChart } from './votes-chart.js';
import { messages } from './votes-messages.js';

const styles = css`
  h3 {
    margin: 1.25rem 0 0.25rem;
  }
`;

/** How the votes of a poll came: their outcome, the largest network, and when they came. */
export class PollVotes extends SpView {
  static override styles = [SpView.styles, styles];

  @property({ attribute: false }) poll: ManagedPollResponse | undefined;
  @property({ attribute: false }) zone: string | undefined;
  private readonly votes = new Fetching<readonly [string, number], PollVotesResponse>(
    this,
    () => this.poll && [this.poll.id, this.poll.participants],
    (signal, poll) => api.get<PollVotesResponse>(`${path(poll)}/votes`, { signal }),
  );

  protected override render(): unknown {
    const { poll } = this;
    if (!poll || poll.phase === 'draft' || poll.phase === 'scheduled') {
      return nothing;
    }
    return html`<section class="panel" aria-labelledby="votes">
      <h2 id="votes">${messages().votes}</h2>
      ${this.votes.draw({
        waiting: () => waiting(3),
        failed,
        ready: (found) => this.drawVotes(poll, found),
      })}
    </section>`;
  }

  private drawVotes(poll: ManagedPollResponse, found: PollVotesResponse): TemplateResult {
    const { ledger, networks, minutes, series } = found;
    const rejected = Object.values(ledger.rejected).reduce((sum, n) => sum + n, 0);
    const outcome = messages().votesOutcome({
      received: number(ledger.received),
      ballots: number(ledger.ballots),
      changes: number(ledger.changes),
      duplicates: number(ledger.duplicates),
      rejected: number(rejected),
    });
    const since = time(networks.since, this.zone);
    return html`<div class="stack">
        <p>${outcome}</p>
        <p>
          ${
            networks.votes > 0
              ? messages().votesNetworks({
                  since,
                  votes: number(networks.votes),
                  networks: number(networks.networks),
                  largest: share(networks.largest / networks.votes),
                })
              : messages().votesNone(since)
          }
        </p>
        <p class="muted small">${messages().votesNote}</p>
        ${votesChart(poll, series, this.zone)}
      </div>
      ${minutes.length > 0 ? this.drawMinutes(poll, minutes) : nothing}`;
  }

  private drawMinutes(
    poll: ManagedPollResponse,
    minutes: PollVotesResponse['minutes'],
  ): TemplateResult {
    const columns = [
      { id: 'at', label: messages().minute, kind: 'text' },
      { id: 'votes', label: messages().minuteVotes, kind: 'count' },
      { id: 'most', label: messages().minuteMost, kind: 'text' },
    ];
    const rows = minutes.map(({ at, votes, ballots }) => ({
      key: String(at),
      values: { at: time(at, this.zone), votes, most: leading(poll, ballots, votes) },
    }));
    return html`<h3>${messages().minutes}</h3>
      <sp-data-table
        heading=${messages().minutes}
        .columns=${columns}
        .rows=${rows}
      ></sp-data-table>`;
  }
}

/** Names the option in most ballots of a minute, with its share of them. */
function leading(
  { options }: ManagedPollResponse,
  ballots: Readonly<Record<string, number>>,
  votes: number,
): string {
  const [first] = [...options].sort((a, b) => (ballots[b.id] ?? 0) - (ballots[a.id] ?? 0));
  return first ? `${first.label} (${share((ballots[first.id] ?? 0) / votes)})` : '';
}

define('sp-poll-votes', PollVotes);

declare global {
  interface HTMLElementTagNameMap {
    'sp-poll-votes': PollVotes;
  }
}
