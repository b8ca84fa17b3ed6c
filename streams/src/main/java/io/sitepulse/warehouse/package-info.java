/** Keeps ClickHouse in step with the topics: the sink and the rollups. */
@NullMarked
package io.sitepulse.warehouse;

import org.jspecify.annotations.NullMarked;
