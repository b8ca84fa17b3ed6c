/** Tests of the package. */
@NullMarked
package io.sitepulse.bench.store;

import org.jspecify.annotations.NullMarked;
