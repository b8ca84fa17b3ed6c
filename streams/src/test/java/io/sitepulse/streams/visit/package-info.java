@NullMarked
package io.sitepulse.streams.visit;

import org.jspecify.annotations.NullMarked;
