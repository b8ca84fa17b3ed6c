/** The audit against recounts of its own and against the real engine. */
@NullMarked
package io.sitepulse.local.audit;

import org.jspecify.annotations.NullMarked;
