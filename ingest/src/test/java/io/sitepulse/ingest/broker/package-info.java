/** A real broker for tests. */
@NullMarked
package io.sitepulse.ingest.broker;

import org.jspecify.annotations.NullMarked;
