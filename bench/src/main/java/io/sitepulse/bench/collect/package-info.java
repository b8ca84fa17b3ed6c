/** The collector beside a bare program that parses JSON and produces it. */
@NullMarked
package io.sitepulse.bench.collect;

import org.jspecify.annotations.NullMarked;
