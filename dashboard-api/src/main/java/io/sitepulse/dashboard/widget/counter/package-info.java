/** The counters of a site as JSON, as an event stream and as an image. */
@NullMarked
package io.sitepulse.dashboard.widget.counter;

import org.jspecify.annotations.NullMarked;
