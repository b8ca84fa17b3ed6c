/** A site's counters: as JSON, live, and as an image. */
@NullMarked
package io.sitepulse.dashboard.widget.counter;

import org.jspecify.annotations.NullMarked;
