/** The benchmark: the product beside the leanest program that does the same work. */
@NullMarked
package io.sitepulse.bench;

import org.jspecify.annotations.NullMarked;
