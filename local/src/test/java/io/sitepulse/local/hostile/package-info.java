/** Input that no client and no process of ours would send. */
@NullMarked
package io.sitepulse.local.hostile;

import org.jspecify.annotations.NullMarked;
