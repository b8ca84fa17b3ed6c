package io.sitepulse.local.chaos.plan;

import java.time.Duration;

/**
 * A fault of a run.
 *
 * @param at time since the begin of the run
 * @param target number of the process among those of the role, modulo their number
 * @param length time until it is healed
 */
public record PlannedFault(Duration at, Fault fault, int target, Duration length) {}
