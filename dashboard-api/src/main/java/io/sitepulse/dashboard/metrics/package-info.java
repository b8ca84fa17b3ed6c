/** Metrics of the module. */
@NullMarked
package io.sitepulse.dashboard.metrics;

import org.jspecify.annotations.NullMarked;
