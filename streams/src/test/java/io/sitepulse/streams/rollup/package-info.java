@NullMarked
package io.sitepulse.streams.rollup;

import org.jspecify.annotations.NullMarked;
