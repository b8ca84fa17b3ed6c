/** Tables as readers see them, and the files they leave as: CSV and workbooks. */
@NullMarked
package io.sitepulse.dashboard.export;

import org.jspecify.annotations.NullMarked;
