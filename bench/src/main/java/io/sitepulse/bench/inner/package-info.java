/** Loops inside the product, measured by JMH without a process around them. */
@NullMarked
package io.sitepulse.bench.inner;

import org.jspecify.annotations.NullMarked;
