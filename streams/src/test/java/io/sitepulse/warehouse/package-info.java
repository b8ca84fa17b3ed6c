@NullMarked
package io.sitepulse.warehouse;

import org.jspecify.annotations.NullMarked;
