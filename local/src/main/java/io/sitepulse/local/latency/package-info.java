/** Measures the time from the POST of a page view to another reader's event stream. */
@NullMarked
package io.sitepulse.local.latency;

import org.jspecify.annotations.NullMarked;
