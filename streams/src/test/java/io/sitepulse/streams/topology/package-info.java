@NullMarked
package io.sitepulse.streams.topology;

import org.jspecify.annotations.NullMarked;
