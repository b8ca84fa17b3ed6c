@NullMarked
package io.sitepulse.local;

import org.jspecify.annotations.NullMarked;
