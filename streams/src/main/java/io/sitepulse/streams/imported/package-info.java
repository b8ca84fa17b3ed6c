/** Days that were counted elsewhere come in as one more shard. */
@NullMarked
package io.sitepulse.streams.imported;

import org.jspecify.annotations.NullMarked;
