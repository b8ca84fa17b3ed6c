/** Polls: as JSON, live, and the vote. */
@NullMarked
package io.sitepulse.dashboard.widget.poll;

import org.jspecify.annotations.NullMarked;
