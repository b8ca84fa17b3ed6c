/** Tables and their files: CSV and XLSX. */
@NullMarked
package io.sitepulse.dashboard.export;

import org.jspecify.annotations.NullMarked;
