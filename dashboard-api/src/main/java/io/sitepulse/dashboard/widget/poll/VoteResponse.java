package io.sitepulse.dashboard.widget.poll;

import java.util.UUID;

/**
 * Response to a vote that has been stored.
 *
 * @param id id of the vote
 * @param voter voter token, for clients without cookies
 * @param receipt proof of having voted, for clients without cookies
 */
record VoteResponse(boolean accepted, UUID id, String voter, String receipt) {
  static VoteResponse of(VoteService.Receipt receipt) {
    return new VoteResponse(true, receipt.id(), receipt.token(), receipt.receipt());
  }
}
