/** The instances that run on this machine: one a data folder, each with its addresses. */
@NullMarked
package io.sitepulse.local.instance;

import org.jspecify.annotations.NullMarked;
