/** Options that several commands share. */
@NullMarked
package io.sitepulse.local.cli.option;

import org.jspecify.annotations.NullMarked;
