@NullMarked
package io.sitepulse.runtime.config;

import org.jspecify.annotations.NullMarked;
