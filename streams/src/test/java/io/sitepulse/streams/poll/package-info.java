@NullMarked
package io.sitepulse.streams.poll;

import org.jspecify.annotations.NullMarked;
