/** Limits the rate of outputs that are absolute states. */
@NullMarked
package io.sitepulse.streams.outbox;

import org.jspecify.annotations.NullMarked;
