/** Tests of the package. */
@NullMarked
package io.sitepulse.bench.inner;

import org.jspecify.annotations.NullMarked;
