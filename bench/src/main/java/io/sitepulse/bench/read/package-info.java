/** Reading of live counters beside static answers: JSON, and server-sent events to many readers. */
@NullMarked
package io.sitepulse.bench.read;

import org.jspecify.annotations.NullMarked;
