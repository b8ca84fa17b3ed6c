/** Counters and polls in pages of other people, seen through real browsers. */
@NullMarked
package io.sitepulse.local.embed;

import org.jspecify.annotations.NullMarked;
