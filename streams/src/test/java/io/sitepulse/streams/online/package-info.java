@NullMarked
package io.sitepulse.streams.online;

import org.jspecify.annotations.NullMarked;
