/** A real Kafka broker inside this JVM. */
@NullMarked
package io.sitepulse.local.kafka;

import org.jspecify.annotations.NullMarked;
