@NullMarked
package io.sitepulse.streams.imported;

import org.jspecify.annotations.NullMarked;
