/**
 * {@code sitepulse chaos}: faults in a running installation, and the proof that nothing is lost.
 */
@NullMarked
package io.sitepulse.local.chaos;

import org.jspecify.annotations.NullMarked;
