/** Rebuilds ClickHouse from Kafka, and Kafka from ClickHouse. */
@NullMarked
package io.sitepulse.local.rebuild;

import org.jspecify.annotations.NullMarked;
