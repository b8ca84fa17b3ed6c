/** Metrics of the dashboard API. */
@NullMarked
package io.sitepulse.dashboard.metrics;

import org.jspecify.annotations.NullMarked;
