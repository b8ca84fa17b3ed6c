/** Metrics of the collector. */
@NullMarked
package io.sitepulse.ingest.metrics;

import org.jspecify.annotations.NullMarked;
