/** One ballot a voter and poll, and the tallies. */
@NullMarked
package io.sitepulse.streams.poll;

import org.jspecify.annotations.NullMarked;
