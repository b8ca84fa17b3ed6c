package io.sitepulse.dashboard.poll;

import java.util.UUID;

/**
 * The answer to a vote that is durable.
 *
 * @param id the vote's id
 * @param voter the voter's token, for browsers that keep no cookie
 * @param receipt proof of having voted, likewise
 */
record VoteAnswer(boolean accepted, UUID id, String voter, String receipt) {
  static VoteAnswer of(Voting.Receipt receipt) {
    return new VoteAnswer(true, receipt.id(), receipt.token(), receipt.receipt());
  }
}
