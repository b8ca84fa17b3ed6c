@NullMarked
package io.sitepulse.local.doctor;

import org.jspecify.annotations.NullMarked;
