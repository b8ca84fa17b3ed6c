/** Process life of a command: output, logging, failures, signals, folders. */
@NullMarked
package io.sitepulse.local.cli.process;

import org.jspecify.annotations.NullMarked;
