/** Assigns visitors and sites to the partitions of the repartition topics. */
@NullMarked
package io.sitepulse.streams.partition;

import org.jspecify.annotations.NullMarked;
