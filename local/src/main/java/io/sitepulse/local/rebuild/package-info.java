/** Rebuilds ClickHouse from Kafka. */
@NullMarked
package io.sitepulse.local.rebuild;

import org.jspecify.annotations.NullMarked;
