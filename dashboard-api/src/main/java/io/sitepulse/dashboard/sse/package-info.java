/**
 * Server-sent events: one feed a subject, one buffer for all its readers, at most one message a
 * second.
 */
@NullMarked
package io.sitepulse.dashboard.sse;

import org.jspecify.annotations.NullMarked;
