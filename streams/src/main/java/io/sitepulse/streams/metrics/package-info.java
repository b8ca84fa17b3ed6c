/** Metrics of the counting. */
@NullMarked
package io.sitepulse.streams.metrics;

import org.jspecify.annotations.NullMarked;
