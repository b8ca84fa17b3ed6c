/** Notes on days, which explain figures. */
@NullMarked
package io.sitepulse.contract.note;

import org.jspecify.annotations.NullMarked;
