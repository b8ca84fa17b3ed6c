/** Tests of the package. */
@NullMarked
package io.sitepulse.local.chaos.plan;

import org.jspecify.annotations.NullMarked;
