/** Deletes records of Kafka at their age, by the clocks of this machine and of Kafka together. */
@NullMarked
package io.sitepulse.retention;

import org.jspecify.annotations.NullMarked;
