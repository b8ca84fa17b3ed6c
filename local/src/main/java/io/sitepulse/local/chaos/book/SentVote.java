package io.sitepulse.local.chaos.book;

import java.util.UUID;

/**
 * A vote of the client.
 *
 * @param voter number from which the voter's token is derived
 * @param choice id of the chosen option
 */
public record SentVote(UUID id, String poll, UUID voter, String choice) {}
