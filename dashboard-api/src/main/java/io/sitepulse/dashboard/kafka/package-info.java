/** Kafka behind the module's own interfaces. */
@NullMarked
package io.sitepulse.dashboard.kafka;

import org.jspecify.annotations.NullMarked;
