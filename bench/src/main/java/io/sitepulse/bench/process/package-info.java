/** Child processes, their CPU time and memory, and the services of an installation. */
@NullMarked
package io.sitepulse.bench.process;

import org.jspecify.annotations.NullMarked;
