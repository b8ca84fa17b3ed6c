/** Faults of what clients send, counted for the managers of the sites. */
@NullMarked
package io.sitepulse.ingest.fault;

import org.jspecify.annotations.NullMarked;
