/** Load on a service: requests by wrk and records in Kafka. */
@NullMarked
package io.sitepulse.bench.load;

import org.jspecify.annotations.NullMarked;
