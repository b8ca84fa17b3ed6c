/** What every module agrees on. */
@NullMarked
package io.sitepulse.contract.validation;

import org.jspecify.annotations.NullMarked;
