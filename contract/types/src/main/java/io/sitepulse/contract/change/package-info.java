/** The audit log. */
@NullMarked
package io.sitepulse.contract.change;

import org.jspecify.annotations.NullMarked;
