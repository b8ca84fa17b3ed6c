/** Tests of the package. */
@NullMarked
package io.sitepulse.local.chaos;

import org.jspecify.annotations.NullMarked;
