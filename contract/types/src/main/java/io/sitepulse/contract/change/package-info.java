/** The log of who changed what. */
@NullMarked
package io.sitepulse.contract.change;

import org.jspecify.annotations.NullMarked;
