/** Backup of an installation in one file, and its restore into an empty installation. */
@NullMarked
package io.sitepulse.local.backup;

import org.jspecify.annotations.NullMarked;
