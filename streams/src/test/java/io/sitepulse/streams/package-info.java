/** Tests of the whole topology, through its topics. */
@NullMarked
package io.sitepulse.streams;

import org.jspecify.annotations.NullMarked;
