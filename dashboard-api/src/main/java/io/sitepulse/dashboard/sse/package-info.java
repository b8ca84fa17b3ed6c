/**
 * Server-sent events. A hub computes the state of a subject once for all its subscribers and sends
 * at most one message an interval.
 */
@NullMarked
package io.sitepulse.dashboard.sse;

import org.jspecify.annotations.NullMarked;
