/** Tests of the backup. */
@NullMarked
package io.sitepulse.local.backup;

import org.jspecify.annotations.NullMarked;
