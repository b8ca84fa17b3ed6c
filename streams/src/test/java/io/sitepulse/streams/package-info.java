/** Tests of the streams process with a broker. */
@NullMarked
package io.sitepulse.streams;

import org.jspecify.annotations.NullMarked;
