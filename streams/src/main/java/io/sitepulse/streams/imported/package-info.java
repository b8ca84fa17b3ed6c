/** Imports days that were counted by another system, as the part of one more shard. */
@NullMarked
package io.sitepulse.streams.imported;

import org.jspecify.annotations.NullMarked;
