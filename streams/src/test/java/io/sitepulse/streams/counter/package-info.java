@NullMarked
package io.sitepulse.streams.counter;

import org.jspecify.annotations.NullMarked;
