/**
 * Accepts one ballot for each voter and poll, and counts the tallies.
 *
 * <p>A vote meets {@link io.sitepulse.streams.poll.VoteClassifier}, which finds its poll in {@link
 * io.sitepulse.streams.poll.PollTable} and the state of its voter in {@link
 * io.sitepulse.streams.poll.Ballot}. {@code BallotRules} decides. {@link
 * io.sitepulse.streams.poll.ShardTallyProcessor} adds the {@link
 * io.sitepulse.streams.poll.ClassifiedVote} to the tally of its shard, and {@link
 * io.sitepulse.streams.poll.TallyAggregator} sums the shards.
 */
@NullMarked
package io.sitepulse.streams.poll;

import org.jspecify.annotations.NullMarked;
