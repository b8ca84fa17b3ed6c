@NullMarked
package io.sitepulse.runtime;

import org.jspecify.annotations.NullMarked;
