/** Tests of the package. */
@NullMarked
package io.sitepulse.bench.load;

import org.jspecify.annotations.NullMarked;
