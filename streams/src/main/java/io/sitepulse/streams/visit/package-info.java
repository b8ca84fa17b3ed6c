/** What a visitor does in a day: visits, first view, engaged time; summed by shard. */
@NullMarked
package io.sitepulse.streams.visit;

import org.jspecify.annotations.NullMarked;
