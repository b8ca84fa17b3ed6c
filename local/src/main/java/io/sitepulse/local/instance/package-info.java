/** What runs on this machine: one instance a data folder, and where each answers. */
@NullMarked
package io.sitepulse.local.instance;

import org.jspecify.annotations.NullMarked;
