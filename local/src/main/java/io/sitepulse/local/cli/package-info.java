/** The command {@code sitepulse}: one class a subcommand, in {@link SitepulseCommand}'s order. */
@NullMarked
package io.sitepulse.local.cli;

import org.jspecify.annotations.NullMarked;
