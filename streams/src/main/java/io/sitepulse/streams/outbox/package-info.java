/** Rate-limited output of absolute states. */
@NullMarked
package io.sitepulse.streams.outbox;

import org.jspecify.annotations.NullMarked;
