@NullMarked
package io.sitepulse.streams.rejected;

import org.jspecify.annotations.NullMarked;
