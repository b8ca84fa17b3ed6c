/** Validation of fields, with rules that clients can translate. */
@NullMarked
package io.sitepulse.contract.validation;

import org.jspecify.annotations.NullMarked;
