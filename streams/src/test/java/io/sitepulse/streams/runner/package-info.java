@NullMarked
package io.sitepulse.streams.runner;

import org.jspecify.annotations.NullMarked;
