/** Tests of the package. */
@NullMarked
package io.sitepulse.bench.process;

import org.jspecify.annotations.NullMarked;
