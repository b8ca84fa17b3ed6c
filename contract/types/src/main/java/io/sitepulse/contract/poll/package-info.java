/** Polls, ballots and tallies. */
@NullMarked
package io.sitepulse.contract.poll;

import org.jspecify.annotations.NullMarked;
