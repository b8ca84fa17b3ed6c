package io.sitepulse.dashboard.widget.poll;

import java.util.UUID;

/**
 * The answer to a vote that is durable.
 *
 * @param id the vote's id
 * @param voter the voter's token, for browsers that keep no cookie
 * @param receipt proof of having voted, likewise
 */
record VoteResponse(boolean accepted, UUID id, String voter, String receipt) {
  static VoteResponse of(VoteService.Receipt receipt) {
    return new VoteResponse(true, receipt.id(), receipt.token(), receipt.receipt());
  }
}
