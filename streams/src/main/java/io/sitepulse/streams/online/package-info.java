/** Who is online, by wall clock. */
@NullMarked
package io.sitepulse.streams.online;

import org.jspecify.annotations.NullMarked;
