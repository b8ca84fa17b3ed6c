@NullMarked
package io.sitepulse.local.manage;

import org.jspecify.annotations.NullMarked;
