/** The search of a full run for personal data and secrets. */
@NullMarked
package io.sitepulse.local.privacy;

import org.jspecify.annotations.NullMarked;
