/** A real broker and a clock for tests. */
@NullMarked
package io.sitepulse.ingest.broker;

import org.jspecify.annotations.NullMarked;
