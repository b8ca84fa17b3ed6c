package io.sitepulse.local.kafka;

/**
 * The ports on which a broker listens.
 *
 * @param clients port for clients and other brokers
 * @param controller port for the controllers
 */
public record ListeningPorts(int clients, int controller) {}
