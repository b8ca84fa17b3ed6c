/** Polls: as JSON, live, and the vote. */
@NullMarked
package io.sitepulse.dashboard.poll;

import org.jspecify.annotations.NullMarked;
