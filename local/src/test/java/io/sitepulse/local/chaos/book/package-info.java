/** Tests of the package. */
@NullMarked
package io.sitepulse.local.chaos.book;

import org.jspecify.annotations.NullMarked;
