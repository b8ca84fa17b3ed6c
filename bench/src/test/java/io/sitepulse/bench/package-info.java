/** Tests of the benchmark. */
@NullMarked
package io.sitepulse.bench;

import org.jspecify.annotations.NullMarked;
