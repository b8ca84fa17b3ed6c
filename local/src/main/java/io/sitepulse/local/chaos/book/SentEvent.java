package io.sitepulse.local.chaos.book;

import java.util.UUID;

/**
 * An event of the client.
 *
 * @param visitor address and user agent of the visitor
 * @param heartbeat false for a page view
 * @param bot true if the user agent is that of a robot
 */
public record SentEvent(UUID id, String site, String visitor, boolean heartbeat, boolean bot) {}
