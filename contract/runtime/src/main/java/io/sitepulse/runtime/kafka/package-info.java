/** The topics, and common Kafka clients. */
@NullMarked
package io.sitepulse.runtime.kafka;

import org.jspecify.annotations.NullMarked;
