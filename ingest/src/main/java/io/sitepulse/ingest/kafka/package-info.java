/** Where accepted events go, and that they are safe there. */
@NullMarked
package io.sitepulse.ingest.kafka;

import org.jspecify.annotations.NullMarked;
